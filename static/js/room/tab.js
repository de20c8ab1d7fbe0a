// The tab of the page: while somebody looks elsewhere, its title and its icon say that the table waits.

import { calledTitle, isCalled } from "./calls.js";

const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=icon]"));
const addresses = { usual: icon?.href ?? "", called: icon?.dataset["called"] ?? "" };

/**
 * @param {Table.State} state
 * @param {string} usual the title of a page that is looked at
 */
export function mark(state, usual) {
  const isWaiting = document.hidden && isCalled(state);
  const title = isWaiting ? calledTitle(state) : usual;
  const address = isWaiting ? addresses.called : addresses.usual;
  if (document.title !== title) document.title = title;
  if (icon && address && icon.href !== new URL(address, location.href).href) icon.href = address;
}
