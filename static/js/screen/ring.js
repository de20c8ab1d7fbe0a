// The time that is left, large enough for the other end of the room.

import { html, nothing } from "lit-html";
import { isLate, secondsLeft } from "../room/clock.js";
import { screenOf } from "../room/view.js";
import { _ } from "../room/words.js";

const ROUND = 2 * Math.PI * 44;

/** @param {Table.State} state */
export function ring(state) {
  const seconds = secondsLeft(state);
  if (seconds === null) return nothing;
  const share = Math.min(1, seconds / Math.max(1, lengthOf(state)));
  return html`<div class="dial mono" role="timer" aria-label=${_("Time left")} ?data-late=${isLate(state)}>
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="44"></circle>
      <circle cx="50" cy="50" r="44" stroke-dasharray=${ROUND} stroke-dashoffset=${ROUND * (1 - share)}></circle>
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
  if (!game?.endsAt || !room) return 1;
  return screenOf(state) === "reveal" ? room.settings.revealTime : (game.endsAt - game.startedAt) / 1000;
}
