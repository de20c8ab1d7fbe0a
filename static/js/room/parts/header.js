// The header: which phase it is, how long it lasts, and the way to the menu.

import { html } from "lit-html";
import { isLate, secondsLeft } from "../clock.js";
import { numbers } from "../numbers.js";
import { victoryOf } from "../roles.js";
import { screenOf } from "../view.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

const ROUND = 2 * Math.PI * 20;

/** @type {Record<Table.Screen, (round: number, state: Table.State) => [string, string]>} */
const TITLES = {
  loading: () => ["table", _("Lobby")],
  queue: () => ["table", _("In the queue")],
  gathering: () => ["table", _("Your table")],
  lobby: () => ["table", _("Lobby")],
  reveal: () => ["card", _("Your role")],
  night: (round) => ["moon", _("Night {round}", { round })],
  dawn: (round) => ["sun", _("Dawn {round}", { round })],
  day: (round) => ["sun", _("Day {round}", { round })],
  voting: (round) => ["scales", _("Vote {round}", { round })],
  out: (_round, { scene }) => ["scales", _("Vote {round}", { round: scene?.round ?? 1 })],
  end: (_round, { recap }) => ["crown", victoryOf(recap?.winner)],
  left: (_round, { left }) => ["door", left === "kicked" ? _("Removed") : _("No seat")],
  closed: () => ["door", _("Closed")],
};

class GameHeader extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    const screen = screenOf(state);
    const [name, title] = TITLES[screen](state.game?.round ?? 1, state);
    return html`
      <h1 class="phase">${icon(name)} ${title}</h1>
      ${screen === "lobby" ? count(state) : ring(state)}
      <button class="button square menu" type="button" data-tone="quiet" aria-label=${_("Menu")} data-menu
        @click=${() => player.do("dialog", { dialog: { kind: "menu" } })}>${icon("menu")}</button>`;
  }
}
customElements.define("game-header", GameHeader);

/** @param {Table.State} state */
function count({ room }) {
  const values = { taken: room?.players.length ?? 0, seats: room?.maxPlayers ?? 0 };
  return html`<p class="count">${_("{taken} of {seats}", values)}</p>`;
}

/** @param {Table.State} state */
function ring(state) {
  const seconds = secondsLeft(state);
  if (seconds === null) return html`<span></span>`;
  const share = Math.min(1, seconds / Math.max(1, lengthOf(state)));
  return html`<div class="ring mono" role="timer" aria-label=${_("Time left")} data-seconds=${seconds} ?data-late=${isLate(state)}>
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="20"></circle>
      <circle cx="24" cy="24" r="20" stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - share)}></circle>
      <path class="notch" d="M48 18v12l-9-6Z"></path>
    </svg>
    <span>${seconds > 0 ? seconds : html`<span aria-hidden="true">…</span><span class="unseen">${_("Counting")}</span>`}</span>
  </div>`;
}

/**
 * How long the whole phase is, in seconds.
 * @param {Table.State} state
 */
function lengthOf(state) {
  const { game, room } = state;
  if (screenOf(state) === "gathering") return numbers.gathering;
  if (!game?.endsAt || !room) return 1;
  return screenOf(state) === "reveal" ? room.settings.revealTime : (game.endsAt - game.startedAt) / 1000;
}
