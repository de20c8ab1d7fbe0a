// The queue: how many strangers are here, when the table starts, and what one can do meanwhile.

import { html, nothing } from "lit-html";
import { glyph } from "../parts/seat.js";
import { againOf, countOf, promiseOf, waitedOf } from "../search.js";
import { isOpen } from "../view.js";
import { _ } from "../words.js";

/** @param {Table.State} state */
export function queue(state) {
  const { queue: search } = state;
  if (!search) return nothing;
  return html`<div class="search">
    <h2 tabindex="-1">${_("Looking for a table")}</h2>
    ${search.again ? html`<p class="again" data-again>${againOf(search.again)}</p>` : nothing}
    ${search.needed ? count(search) : nothing}
    <p class="promise" data-promise>${promiseOf(state, search)}</p>
    <p class="hint">${waitedOf(state, search)}</p>
  </div>`;
}

/** @param {Table.Queue} search */
function count(search) {
  const outline = html`<span class="glyph" data-shape="none"></span>`;
  const seats = Array.from({ length: search.needed }, (_one, at) => html`<li>${at < search.waiting ? glyph(at + 1) : outline}</li>`);
  return html`<ul class="outlines" aria-hidden="true">${seats}</ul><p class="count" data-count>${countOf(search)}</p>`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function queueBar(state, player) {
  if (state.queue?.again === "seated") {
    return { status: "", buttons: html`<a class="button" data-tone="primary" href="">${_("Back to your table")}</a>` };
  }
  const leave = (/** @type {Event} */ event) => {
    if (!isOpen(state)) return;
    event.preventDefault();
    player.send("matchmaking:leave");
    player.do("unqueue");
  };
  return {
    status: "",
    buttons: html`<div class="row">
      <button class="button" form="practice" data-practice>${_("Play with bots instead")}</button>
      <a class="button" href="/" data-unqueue @click=${leave}>${_("Leave")}</a></div>`,
  };
}
