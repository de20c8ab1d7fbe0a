// Notes: what this player thinks of the others. They never leave this page.

import { html } from "lit-html";
import { seatsOf } from "../view.js";
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
      <ul class="marks">${others.map((seat) => html`<li>${glyph(seat.number, true)}<span class="name">${seat.username} ${botMark(seat)}</span>
        <span class="choices">${mark(state, player, seat, "trust", _("Trust"))}${mark(state, player, seat, "suspect", _("Suspect"))}</span></li>`)}</ul>
      <div class="field"><label for="jottings">${_("Only you see this")}</label>
        <textarea id="jottings" rows="3" maxlength="2000" .value=${state.ui.notes}
          @input=${(/** @type {InputEvent} */ { target }) => player.do("notes", { notes: /** @type {HTMLTextAreaElement} */ (target).value })}></textarea></div>
    </section>`;
  }
}
customElements.define("notes-panel", NotesPanel);

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 * @param {Table.Seat} seat
 * @param {"trust" | "suspect"} kind
 * @param {string} label
 */
function mark({ ui }, player, seat, kind, label) {
  return html`<button class="button" type="button" aria-pressed=${ui.marks[seat.userId] === kind}
    aria-label="${label}: ${seat.username}" @click=${() => player.do("mark", { userId: seat.userId, mark: kind })}>${label}</button>`;
}
