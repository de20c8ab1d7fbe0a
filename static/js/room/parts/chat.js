// The conversation. Links are text, the reader's place is kept, a draft survives a lost connection.

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { isAlive, screenOf } from "../view.js";
import { _, ngettext } from "../words.js";
import { linesOf } from "./chat_lines.js";
import { Part } from "./part.js";

const LIMIT = 300;
const COUNTED_FROM = 250;
const NEAR = 48;

class ChatPanel extends Part {
  #missed = 0;
  #count = 0;

  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  show(state, player) {
    const log = this.querySelector(".messages");
    const atEnd = !log || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    const lines = linesOf(state).length;
    this.#missed = atEnd ? 0 : this.#missed + Math.max(0, lines - this.#count);
    this.#count = lines;
    super.show(state, player);
    if (atEnd) this.#toEnd();
  }

  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    return html`<section class="chat" aria-labelledby="chat">
      <h2 id="chat" tabindex="-1">${_("Chat")}</h2>
      <div class="messages" role="log" aria-live="off" tabindex="0" aria-label=${_("Messages")}>
        ${repeat(linesOf(state), ({ key }) => key, ({ draw }) => draw())}
      </div>
      ${this.#missed ? html`<button class="button pill" type="button" @click=${() => this.#toEnd()}>
        ${ngettext("{count} new", "{count} new", this.#missed)}</button>` : nothing}
      ${composer(state, player)}
    </section>`;
  }

  #toEnd() {
    const log = this.querySelector(".messages");
    if (log) log.scrollTop = log.scrollHeight;
    this.#missed = 0;
  }
}
customElements.define("chat-panel", ChatPanel);

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function composer(state, player) {
  const screen = screenOf(state);
  const isNight = screen === "night" || screen === "reveal";
  const isInGame = state.room?.status === "in_game";
  const isGhost = isInGame && !isAlive(state);
  if (isNight && !isGhost) return html`<p class="quiet" data-asleep>${_("The town sleeps. Chat opens at dawn.")}</p>`;
  const label = isGhost ? _("Only the dead hear you") : _("Say something");
  const { draft } = state.ui;
  return html`<form class="say" @submit=${(/** @type {SubmitEvent} */ event) => send(event, player)}>
    ${isInGame && !isGhost ? phrases(player) : nothing}
    <div class="with-button">
      <label class="unseen" for="message">${label}</label>
      <input id="message" maxlength=${LIMIT} autocomplete="off" enterkeyhint="send" placeholder=${label} .value=${draft}
        @input=${(/** @type {InputEvent} */ { target }) => player.do("draft", { draft: /** @type {HTMLInputElement} */ (target).value })}>
      <button class="button" data-tone="primary">${_("Send")}</button>
    </div>
    ${draft.length >= COUNTED_FROM ? html`<p class="hint">${draft.length} / ${LIMIT}</p>` : nothing}
  </form>`;
}

/**
 * @param {SubmitEvent} event
 * @param {import("../player.js").Player} player
 */
function send(event, player) {
  event.preventDefault();
  player.say(player.state.ui.draft);
  player.do("draft", { draft: "" });
}

/** @param {import("../player.js").Player} player */
function phrases(player) {
  const openers = [_("I suspect @"), _("I trust @"), _("Too quiet: @")];
  const whole = [_("Why?"), _("I have a role."), _("Let us skip today.")];
  return html`<div class="phrases" role="group" aria-label=${_("Quick phrases")}>
    ${openers.map((text) => html`<button class="button" type="button" data-opener
      @click=${(/** @type {Event} */ event) => begin(event, player, text)}>${text.replace("@", "…")}</button>`)}
    ${whole.map((text) => html`<button class="button" type="button" @click=${() => player.say(text)}>${text}</button>`)}</div>`;
}

/**
 * @param {Event} event
 * @param {import("../player.js").Player} player
 * @param {string} text
 */
function begin({ currentTarget }, player, text) {
  player.do("draft", { draft: text });
  /** @type {HTMLElement} */ (currentTarget).closest("form")?.querySelector("input")?.focus();
}
