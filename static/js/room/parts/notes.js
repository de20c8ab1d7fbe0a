// Notes: what this player thinks of the others, and whom they tapped at night. They never leave this page.

import { html, nothing } from "lit-html";
import { MARKS } from "../marks.js";
import { called, seatOf, seatsOf } from "../view.js";
import { _ } from "../words.js";
import { Part } from "./part.js";
import { botMark, glyph } from "./seat.js";

class NotesPanel extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    const others = seatsOf(state).filter((seat) => !seat.isMe && seat.alive);
    return html`<section class="panel" aria-labelledby="notes">
      <h2 id="notes" tabindex="-1">${_("Notes")}</h2>
      <p class="hint legend" aria-hidden="true">${MARKS().map(([, sign, label]) => html`<span>${sign} ${label}</span> `)}</p>
      <ul class="marks">${others.map((seat) => html`<li>${glyph(seat.number, true)}
        <span class="name"><bdi>${seat.username}</bdi> ${botMark(seat)}</span>${marks(state, player, seat)}</li>`)}</ul>
      ${picks(state)}
      <div class="field"><label for="jottings">${_("Only you see this")}</label>
        <textarea id="jottings" rows="3" maxlength="2000" dir="auto" .value=${state.ui.notes}
          @input=${(/** @type {InputEvent} */ { target }) => player.do("notes", { notes: /** @type {HTMLTextAreaElement} */ (target).value })}></textarea></div>
    </section>`;
  }
}
customElements.define("notes-panel", NotesPanel);

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 * @param {Table.Seat} seat
 */
function marks({ ui }, player, { userId, username }) {
  return html`<span class="choices" role="group" aria-label=${username}>${MARKS().map(([mark, sign, label]) => html`
    <button class="button" type="button" data-mark=${mark} aria-pressed=${ui.marks[userId] === mark} aria-label=${label} title=${label}
      @click=${() => player.do("mark", { userId, mark })}>${sign}</button>`)}</span>`;
}

/**
 * Closed until it is asked for: who looks on need not see it.
 * @param {Table.State} state
 */
function picks(state) {
  const { picks: made } = state.ui;
  if (made.length === 0) return nothing;
  return html`<details><summary>${_("Whom you tapped at night")}</summary>
    <ul class="log">${made.map(({ round, userId }) => html`<li>${_("Night {round}", { round })}: ${called(seatOf(state, userId))}</li>`)}</ul></details>`;
}
