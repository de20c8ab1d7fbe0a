// What the big screen shows: for each moment of a game one picture, of public things alone.

import { html, nothing } from "lit-html";
import { icon } from "../room/parts/icon.js";
import { spelled } from "../room/streamer.js";
import { screenOf } from "../room/view.js";
import { _ } from "../room/words.js";
import { ring } from "./ring.js";
import { end } from "./screens/end.js";
import { gone } from "./screens/gone.js";
import { lobby } from "./screens/lobby.js";
import { dawn, day, night, out, reveal, voting } from "./screens/phases.js";
import { talk } from "./talk.js";

/** @typedef {(state: Table.State, show: Show.State) => unknown} Draw */

/** @type {Record<Table.Screen, Draw>} */
const SCREENS = {
  loading: gone, queue: gone, left: gone, closed: gone, gathering: gone,
  lobby, reveal, night, dawn, day, voting, out, end,
};

/** Where what is said aloud may be read, too. @type {Table.Screen[]} */
const TALKED = ["lobby", "day", "voting"];

/** @type {Record<Table.Screen, (round: number) => [string, string]>} */
const TITLES = {
  loading: () => ["table", _("Mafia")],
  queue: () => ["table", _("Mafia")],
  gathering: () => ["table", _("Mafia")],
  left: () => ["door", _("Mafia")],
  closed: () => ["door", _("Mafia")],
  lobby: () => ["table", _("Lobby")],
  reveal: () => ["card", _("The cards")],
  night: (round) => ["moon", _("Night {round}", { round })],
  dawn: (round) => ["sun", _("Dawn {round}", { round })],
  day: (round) => ["sun", _("Day {round}", { round })],
  voting: (round) => ["scales", _("Vote {round}", { round })],
  out: (round) => ["scales", _("Vote {round}", { round })],
  end: () => ["crown", _("The end")],
};

/**
 * @param {Table.State} state
 * @param {Show.State} show
 */
export function stage(state, show) {
  const screen = screenOf(state);
  const [name, title] = TITLES[screen](state.scene?.round ?? state.game?.round ?? 1);
  return html`
    <header class="head">
      <h1>${icon(name)} ${title}</h1>
      ${state.link.status === "open" || screen === "closed" ? nothing : html`<p class="lost" role="status">${icon("away")} ${_("Connection lost. Trying again.")}</p>`}
      ${screen === "lobby" || show.isHidden || !state.room ? nothing : html`<p class="mono">${spelled(state.room.roomCode)}</p>`}
      ${ring(state)}
    </header>
    <div class="picture" data-picture=${screen}>${SCREENS[screen](state, show)}</div>
    ${TALKED.includes(screen) ? talk(state) : nothing}`;
}
