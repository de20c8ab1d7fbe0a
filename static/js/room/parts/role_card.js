// The card itself. While it is not held, its face is nowhere on the page.

import { html, nothing } from "lit-html";
import { sideOf, wordsOf } from "../roles.js";
import { called, isShown, seatOf } from "../view.js";
import { _, listed } from "../words.js";
import { icon } from "./icon.js";

/** @param {Table.State} state */
export function roleCard(state) {
  const { role } = state.secret;
  if (!role || !isShown(state)) {
    return html`<div class="role-card" data-face="back"><span class="unseen">${_("Your card, face down")}</span></div>`;
  }
  const words = wordsOf(role);
  return html`<div class="role-card" data-face="front">
    <span data-side=${sideOf(role)}>${icon(role, "big")}</span>
    <h3>${words.name}</h3>
    <p data-side=${sideOf(role)}>${words.side}</p>
    <p>${words.task}</p>
    <p class="quiet">${words.wins}</p>
    ${partners(state)}
  </div>`;
}

/** @param {Table.State} state */
function partners(state) {
  const { allies, role } = state.secret;
  if (role !== "mafia") return nothing;
  if (allies.length === 0) return html`<p>${_("You are the only one.")}</p>`;
  const names = allies.map((userId) => called(seatOf(state, userId)));
  return html`<p>${_("With you: {names}", { names: listed(names) })}</p>`;
}
