// The last of what was written for all: a party talks aloud, so this stays small.

import { html, nothing } from "lit-html";
import { prefs } from "../room/prefs.js";
import { aloud, isHidden } from "../room/talk.js";
import { nameOf } from "../room/view.js";
import { _ } from "../room/words.js";

const LAST = 2;
/** How much of a message: the whole is on the phones. */
const LENGTH = 90;

/** @param {Table.State} state */
export function talk(state) {
  const lines = state.chat.filter((message) => !isHidden(state, message, prefs().filter)).slice(-LAST);
  if (lines.length === 0) return nothing;
  return html`<section class="talk" aria-label=${_("Chat")}><ul>${lines.map((message) => html`
    <li><strong><bdi>${nameOf(state, message.userId)}</bdi></strong> <span dir="auto">${shortened(aloud(state, message))}</span></li>`)}</ul></section>`;
}

/** @param {string} message */
function shortened(message) {
  const signs = [...message];
  return signs.length > LENGTH ? `${signs.slice(0, LENGTH - 1).join("")}…` : message;
}
