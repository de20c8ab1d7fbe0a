// Where one writes: the box with its draft, and what is said by a tap.

import { html, nothing } from "lit-html";
import { waitOf } from "../talk.js";
import { isAlive, screenOf } from "../view.js";
import { _ } from "../words.js";
import { quickRow } from "./quick.js";

const LIMIT = 300;
const COUNTED_FROM = 250;

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function composer(state, player) {
  const screen = screenOf(state);
  const isNight = screen === "night" || screen === "reveal";
  const isGhost = state.room?.status === "in_game" && !isAlive(state);
  if (isNight && !isGhost) return html`<p class="quiet" data-asleep>${_("The town sleeps. Chat opens at dawn.")}</p>`;
  const label = isGhost ? _("Only the dead hear you") : _("Say something");
  const { draft } = state.ui;
  const wait = waitOf(state);
  return html`<form class="say" @submit=${(/** @type {SubmitEvent} */ event) => send(event, player)}>
    ${quickRow(state, player)}
    <div class="with-button">
      <label class="unseen" for="message">${label}</label>
      <input id="message" maxlength=${LIMIT} autocomplete="off" enterkeyhint="send" dir="auto" placeholder=${label} .value=${draft}
        @input=${(/** @type {InputEvent} */ event) => typed(event, player)}>
      <button class="button" data-tone="primary" aria-disabled=${wait > 0 || nothing}>${_("Send")}</button>
    </div>
    ${wait > 0 ? html`<p class="hint" data-slow>${_("Slow down: {seconds} s", { seconds: wait })}</p>`
      : draft.length >= COUNTED_FROM ? html`<p class="hint">${draft.length} / ${LIMIT}</p>` : nothing}
  </form>`;
}

/**
 * An "@" asks whom.
 * @param {InputEvent} event
 * @param {import("../player.js").Player} player
 */
function typed({ target }, player) {
  const draft = /** @type {HTMLInputElement} */ (target).value;
  player.do("draft", { draft });
  player.do("picker", { picker: draft.endsWith("@") ? "mention" : null });
}

/**
 * @param {SubmitEvent} event
 * @param {import("../player.js").Player} player
 */
function send(event, player) {
  event.preventDefault();
  if (waitOf(player.state) > 0) return;
  player.say(player.state.ui.draft);
  player.do("draft", { draft: "" });
  player.do("picker", { picker: null });
}
