// The icons of the page's own sprite, so that none is missing without a network; they decorate, the words beside them speak.

import { html } from "lit-html";

/**
 * @param {string} name
 * @param {string} [size]
 */
export function icon(name, size = "") {
  return html`<svg class="icon ${size}" aria-hidden="true"><use href="#icon-${name}"></use></svg>`;
}
