// What the Mafia see of each other at night, inside the open role panel only.

import { html, nothing } from "lit-html";
import { prefs } from "../prefs.js";
import { sentence } from "../refusals.js";
import { unsentOf } from "../unsent.js";
import { called, isAlive, seatOf } from "../view.js";
import { _ } from "../words.js";
import { wordsOf } from "./chat_lines.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function mafiaTalk(state, player) {
  const { shared, whisper: draft, unheard } = state.secret;
  const { filter } = prefs();
  const messages = state.chat.filter(({ channel }) => channel === "mafia");
  return html`
    ${shared ? html`<p>${_("{by} chose {target}.", { by: called(seatOf(state, shared.byId)), target: called(seatOf(state, shared.targetId)) })}</p>` : nothing}
    <ul class="log">${messages.map((message) => html`<li><strong><bdi>${seatOf(state, message.userId)?.username}</bdi></strong> ${wordsOf(state, message, filter, player)}</li>`)}
      ${unsentOf(state, "whisper").map(({ text, isLate }) => html`<li class="quiet">${text} ${isLate ? html`<span class="hint">${_("Not sent yet.")}</span>` : nothing}</li>`)}</ul>
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
