// Keeps the document in step with the state: parts, theme, focus, and what is said aloud.

import { afterwards } from "./afterwards.js";
import { announcement } from "./announce.js";
import { settle } from "./device.js";
import { tabOf } from "./parts/actions.js";
import { Part } from "./parts/part.js";
import { prefs } from "./prefs.js";
import { sentence } from "./refusals.js";
import { wear } from "./theme.js";
import { screenOf, themeOf } from "./view.js";
import { Voice } from "./voice.js";

/** Which parts stand beside the stage on each screen. @type {Partial<Record<Table.Screen, string[]>>} */
const BESIDE = {
  gathering: ["CHAT-PANEL"],
  lobby: ["INVITE-CARD", "CHAT-PANEL"],
  night: ["ROLE-PANEL", "NOTES-PANEL", "CHAT-PANEL"],
  dawn: ["ROLE-PANEL", "NOTES-PANEL", "CHAT-PANEL"],
  day: ["ROLE-PANEL", "NOTES-PANEL", "CHAT-PANEL"],
  voting: ["ROLE-PANEL", "NOTES-PANEL", "CHAT-PANEL"],
  out: ["ROLE-PANEL", "NOTES-PANEL", "CHAT-PANEL"],
  end: ["CHAT-PANEL"],
};
const ASIDE = ["INVITE-CARD", "ROLE-PANEL", "NOTES-PANEL", "CHAT-PANEL"];

export class Page {
  #isDue = false;
  /** Whether the page still is as the server drew it (lobby/picture.py). */
  #isPictured = "first" in document.body.dataset;
  #voice = new Voice();
  /** @type {Table.State} */ #shown;

  /**
   * @param {import("./player.js").Player} player
   * @param {import("./place.js").Place} place
   */
  constructor(player, place) {
    this.player = player;
    this.place = place;
    this.#shown = player.state;
    this.parts = [...document.querySelectorAll("*")].filter((part) => part instanceof Part);
  }

  /**
   * However much happens at once, the page is drawn once.
   * @param {Table.State} before
   * @param {Table.State} after
   */
  changed(before, after) {
    this.#voice.say(announcement(before, after), after.ui.held);
    this.#voice.relay(before, after);
    this.#voice.follow(after);
    this.#follow(before, after);
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#draw());
  }

  /** Somebody with a seat has been shown it by now: if nothing was shown, it is gone. */
  greeted() {
    const { state } = this.player;
    if (!state.queue && state.seenAt !== state.visit) this.player.send("room:sync");
  }

  #draw() {
    this.#isDue = false;
    const { state } = this.player;
    const screen = screenOf(state);
    const hadFocus = document.activeElement !== document.body;
    const isNew = screen !== screenOf(this.#shown) || tabOf(state) !== tabOf(this.#shown);
    const isFirst = this.#isPictured && !isPictured(state);
    this.#isPictured &&= !isFirst;
    this.#shown = state;
    this.#dress(state, screen);
    for (const part of this.parts) if (!part.hidden && !(this.#isPictured && part.isPicture)) part.show(state, this.player);
    this.#toast(state);
    if (isFirst) settle();
    if (isNew && !isFirst) scrollTo({ top: 0 });
    if (hadFocus && document.activeElement === document.body) /** @type {HTMLElement | null} */ (document.querySelector("game-stage h2"))?.focus({ preventScroll: true });
  }

  /**
   * @param {Table.State} state
   * @param {Table.Screen} screen
   */
  #dress(state, screen) {
    if (prefs().theme !== "game" || !this.#isPictured) wear(themeOf(screen));
    if (this.#isPictured) return;
    delete document.body.dataset.first;
    document.body.dataset.screen = screen;
    const table = /** @type {HTMLElement} */ (document.getElementById("game"));
    table.dataset.tab = tabOf(state);
    for (const part of this.parts) {
      if (ASIDE.includes(part.tagName)) part.hidden = !BESIDE[screen]?.includes(part.tagName);
    }
  }

  /** @param {Table.State} state */
  #toast({ ui }) {
    const toast = document.querySelector("[data-toast]");
    const text = ui.toast ? sentence(ui.toast.text) : "";
    if (toast && toast.textContent !== text) toast.textContent = text;
  }

  /**
   * What a change asks of the browser itself.
   * @param {Table.State} before
   * @param {Table.State} after
   */
  #follow(before, after) {
    this.place.follow(before, after);
    if (wantsTable(after) && !(wantsTable(before) && after.visit === before.visit)) this.player.send("matchmaking:join");
    if (after.recap && before.recap?.fairness.seed !== after.recap.fairness.seed) void afterwards(this.player);
  }
}

/**
 * Whether the server's picture tells more than the page knows: until it has heard of the room, or finds no line to it.
 * @param {Table.State} state
 */
function isPictured(state) {
  return screenOf(state) === "loading" && state.link.status !== "lost";
}

/**
 * Whether a table among strangers has to be asked for, at each welcome anew.
 * @param {Table.State} state
 */
function wantsTable({ queue, visit }) {
  return visit > 0 && queue !== null && queue.again !== "seated" && !queue.isLeaving;
}
