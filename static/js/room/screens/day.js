// The day: the table beside the talk; a tap on a seat speaks of it.

import { html } from "lit-html";
import { choosable, outSeat, presence } from "../parts/seat.js";
import { spokenTags, tags } from "../parts/tags.js";
import { lineOf } from "../story.js";
import { seatsOf } from "../view.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function day(state, player) {
  const seats = seatsOf(state);
  const lines = (state.game?.timeline ?? []).map((entry) => lineOf(state, entry)).filter(Boolean);
  return html`
    <div class="ask">
      <h2 tabindex="-1">${_("Talk. Someone is lying.")}</h2>
      <p>${_("Tap a seat to mention it in the chat.")}</p>
    </div>
    <ul class="seats">
      ${seats.filter((seat) => seat.alive).map((seat) =>
        choosable(seat, { fate: html`${presence(seat)} ${tags(state, seat)}`, spoken: spokenTags(state, seat) || _("mention"), tap: () => player.tap(seat.userId) }))}
      ${seats.filter((seat) => !seat.alive).map(outSeat)}
    </ul>
    <section class="setup" aria-labelledby="so-far">
      <h2 id="so-far">${_("So far")}</h2>
      <ol class="log">${lines.map((line) => html`<li>${line}</li>`)}</ol>
    </section>`;
}
