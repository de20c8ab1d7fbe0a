// The icons of the sprite; they decorate, the words beside them speak.

import { html } from "lit-html";

/**
 * @param {string} name
 * @param {string} [size]
 */
export function icon(name, size = "") {
  return html`<svg class="icon ${size}" aria-hidden="true"><use href="${document.body.dataset.icons ?? ""}#${name}"></use></svg>`;
}
