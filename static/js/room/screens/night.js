// The night: one question, the same for every role, and the same grid.

import { html, nothing } from "lit-html";
import { isMeeting } from "../duties.js";
import { choosable, outSeat, plainSeat, presence } from "../parts/seat.js";
import { choiceOf, isAlive, seatsOf } from "../view.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function night(state, player) {
  const seats = seatsOf(state);
  const choice = choiceOf(state);
  const living = seats.filter((seat) => seat.alive);
  return html`
    <div class="ask">
      <h2 tabindex="-1">${isAlive(state) ? _("Choose one player") : _("The town sleeps")}</h2>
      ${isAlive(state) && isMeeting(state) ? html`<p>${_("First night: the Mafia meet, nobody dies. Tap anyone.")}</p>` : nothing}
    </div>
    <ul class="seats">
      ${living.map((seat) => isAlive(state)
        ? choosable(seat, {
            fate: choice.targetId === seat.userId ? _("Your pick") : presence(seat),
            how: choice.targetId === seat.userId ? choice.how : null,
            tap: () => player.tap(seat.userId),
          })
        : plainSeat(seat, presence(seat)))}
      ${seats.filter((seat) => !seat.alive).map(outSeat)}
    </ul>`;
}
