// The conversation. Links are text, the reader's place is kept, a draft survives a lost connection.

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { Following } from "../following.js";
import { _, ngettext } from "../words.js";
import { linesOf } from "./chat_lines.js";
import { composer } from "./composer.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

class ChatPanel extends Part {
  #missed = 0;
  #count = 0;
  #following = new Following();
  /** @type {ResizeObserver | null} */ #sizes = null;
  /** @type {Table.Ui["picker"]} */ #picker = null;

  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  show(state, player) {
    this.#following.heard(state);
    const lines = linesOf(state).length;
    this.#missed = this.#following.isAtEnd ? 0 : this.#missed + Math.max(0, lines - this.#count);
    this.#count = lines;
    super.show(state, player);
    this.#settle();
    if (state.ui.picker !== this.#picker) this.#follow(state.ui.picker);
  }

  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    return html`<section class="chat" aria-labelledby="chat">
      <div class="chat-head"><h2 id="chat" tabindex="-1">${_("Chat")}</h2>
        ${state.room ? html`<button class="button square" data-tone="quiet" type="button" data-people aria-label=${_("Mute or report somebody")}
          @click=${() => player.do("dialog", { dialog: { kind: "people" } })}>${icon("shield")}</button>` : nothing}</div>
      <div class="messages" role="log" aria-live="off" tabindex="0" aria-label=${_("Messages")}
        @scroll=${(/** @type {Event} */ { target }) => this.#following.scrolled(/** @type {HTMLElement} */ (target))}>
        ${repeat(linesOf(state, player), ({ key }) => key, ({ draw }) => draw())}
      </div>
      ${this.#missed ? html`<button class="button pill" type="button" @click=${() => this.#catchUp(state, player)}>
        ${ngettext("{count} new", "{count} new", this.#missed)}</button>` : nothing}
      ${composer(state, player)}
    </section>`;
  }

  /** The end stays in sight when the bar below grows, or the panel is opened. */
  #settle() {
    const log = /** @type {HTMLElement} */ (this.querySelector(".messages"));
    this.#following.settle(log);
    if (this.#sizes) return;
    this.#sizes = new ResizeObserver(() => this.#following.settle(log));
    this.#sizes.observe(log);
  }

  /**
   * The button goes; who pressed it reads on in the messages.
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  #catchUp(state, player) {
    this.#following.isAtEnd = true;
    /** @type {HTMLElement | null} */ (this.querySelector(".messages"))?.focus({ preventScroll: true });
    this.show(state, player);
  }

  /**
   * The focus goes where the hands go next, unless somebody writes.
   * @param {Table.Ui["picker"]} picker
   */
  #follow(picker) {
    const opener = this.#picker;
    this.#picker = picker;
    if (document.activeElement?.id === "message") return;
    const next = picker ? "[data-about]" : opener === "mention" ? "#message" : `[data-quick="${opener}"]`;
    /** @type {HTMLElement | null} */ (this.querySelector(next))?.focus();
  }
}
customElements.define("chat-panel", ChatPanel);
