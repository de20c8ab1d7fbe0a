// What has just happened, told once to everybody: at dawn, and after the vote.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { outSeat } from "../parts/seat.js";
import { sceneSentences } from "../story.js";
import { seatOf } from "../view.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function scene(state, player) {
  const { scene: shown } = state;
  if (!shown) return nothing;
  const gone = shown.deaths.map(({ userId }) => seatOf(state, userId)).filter((seat) => seat !== null);
  return html`<div class="scene" data-scene=${shown.kind}>
    ${icon(shown.kind === "dawn" ? "sun" : "scales", "big")}
    <h2 tabindex="-1">${shown.kind === "dawn" ? _("The town wakes.") : _("The table has voted.")}</h2>
    <ul>${gone.map(outSeat)}</ul>
    ${sceneSentences(state).map((sentence) => html`<p>${sentence}</p>`)}
    ${gone.some((seat) => seat.isMe) ? html`<p><strong>${_("You are out. Stay: the dead may talk among themselves.")}</strong></p>` : nothing}
    <button class="button" type="button" data-go-on @click=${() => player.do("skip")}>${_("Go on")}</button>
  </div>`;
}
