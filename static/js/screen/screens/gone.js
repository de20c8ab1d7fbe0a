// Where there is no table to show, or none any more.

import { html } from "lit-html";
import { icon } from "../../room/parts/icon.js";
import { _ } from "../../room/words.js";

/** @type {Record<string, () => string>} */
const WHY = {
  closed: () => _("This table is closed. Good night."),
  kicked: () => _("The host removed you from this room, so it is not shown here."),
  not_found: () => _("There is no such table, or it is not shown: strangers may come to it."),
  full: () => _("Other screens show this table already."),
  rate_limited: () => _("Too many tries. Wait a minute, then try again."),
};

/**
 * @param {Table.State} state
 * @param {Show.State} show
 */
export function gone(state, show) {
  const why = WHY[state.left ?? show.refused ?? ""] ?? (() => _("This screen has lost its table."));
  return html`<div class="still">${icon("door", "big")}<h2>${why()}</h2>
    <p><a class="button" href="">${_("Try again")}</a></p></div>`;
}
