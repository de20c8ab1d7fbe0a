// The role card, at the start of a game: the same back for everybody, a face only while it is held.

import { html } from "lit-html";
import { roleCard } from "../parts/role_card.js";
import { isShown } from "../view.js";
import { _ } from "../words.js";

/** @param {Table.State} state */
export function reveal(state) {
  return html`
    <h2 class="unseen" tabindex="-1">${_("Your role")}</h2>
    ${roleCard(state)}
    <p class="hint">${isShown(state)
      ? _("Release to hide. Nobody behind you should see this.")
      : _("Hold the button to look at your card. Make sure that nobody looks over your shoulder.")}</p>`;
}
