// What the Mafia see of each other at night, inside the open role panel only.

import { html, nothing } from "lit-html";
import { sentence } from "../refusals.js";
import { unsentOf } from "../unsent.js";
import { called, isAlive, seatOf } from "../view.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function mafiaTalk(state, player) {
  const { shared, whisper: draft, unheard } = state.secret;
  const messages = state.chat.filter(({ channel }) => channel === "mafia");
  return html`
    ${shared ? html`<p>${_("{by} chose {target}.", { by: called(seatOf(state, shared.byId)), target: called(seatOf(state, shared.targetId)) })}</p>` : nothing}
    <ul class="log">${messages.map(({ userId, message }) => html`<li><strong>${seatOf(state, userId)?.username}</strong> ${message}</li>`)}
      ${unsentOf(state, "whisper").map(({ text }) => html`<li>${text} <span class="hint">${_("Not sent yet.")}</span></li>`)}</ul>
    ${isAlive(state) ? html`<form class="with-button" @submit=${(/** @type {SubmitEvent} */ event) => whisper(event, player)}>
      <label class="unseen" for="whisper">${_("Whisper to the Mafia")}</label>
      <input id="whisper" maxlength="300" autocomplete="off" placeholder=${_("Whisper to the Mafia")} .value=${draft}
        @input=${(/** @type {InputEvent} */ { target }) => player.do("whisper", { whisper: /** @type {HTMLInputElement} */ (target).value })}>
      <button class="button">${_("Send")}</button></form>` : nothing}
    ${unheard ? html`<p class="error" data-unheard>${sentence(unheard)}</p>` : nothing}`;
}

/**
 * @param {SubmitEvent} event
 * @param {import("../player.js").Player} player
 */
function whisper(event, player) {
  event.preventDefault();
  player.say(player.state.secret.whisper, "whisper");
  player.do("whisper", { whisper: "" });
}
