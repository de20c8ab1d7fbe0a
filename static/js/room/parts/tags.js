// What hangs on a seat by day: this player's own mark, and that somebody has been quiet.

import { html, nothing } from "lit-html";
import { MARKS, markOf } from "../marks.js";
import { isQuiet } from "../talk.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {Table.Seat} seat
 */
export function tags(state, seat) {
  const mine = MARKS().find(([mark]) => mark === markOf(state, seat.userId));
  return html`${mine ? html`<span class="tag" data-mark=${mine[0]}>${mine[1]} ${mine[2]}</span>` : nothing}
    ${isQuiet(state, seat) ? html`<span class="tag" data-quiet>${_("quiet")}</span>` : nothing}`;
}

/**
 * The same as it is heard.
 * @param {Table.State} state
 * @param {Table.Seat} seat
 */
export function spokenTags(state, seat) {
  const mine = MARKS().find(([mark]) => mark === markOf(state, seat.userId));
  return [mine?.[2], isQuiet(state, seat) && _("quiet")].filter(Boolean).join(", ");
}
