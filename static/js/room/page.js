// Keeps the document in step with the state: parts, theme, title, focus, and what is said aloud.

import { announcement } from "./announce.js";
import { secondsLeft } from "./clock.js";
import { shake, stayAwake } from "./device.js";
import { isFair } from "./fairness.js";
import { tabOf } from "./parts/actions.js";
import { Part } from "./parts/part.js";
import { Place } from "./place.js";
import { prefs } from "./prefs.js";
import { sentence } from "./refusals.js";
import { choiceOf, isAlive, isGathering, screenOf, themeOf } from "./view.js";
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
  #voice = new Voice();
  /** @type {Table.State} */ #shown;

  /**
   * @param {import("./player.js").Player} player
   * @param {string} code the room of this page; empty where it looks for one
   */
  constructor(player, code) {
    this.player = player;
    this.place = new Place(code);
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
    this.#shown = state;
    this.#dress(state, screen);
    for (const part of this.parts) if (!part.hidden) part.show(state, this.player);
    this.#toast(state);
    if (isNew) scrollTo({ top: 0 });
    if (hadFocus && document.activeElement === document.body) /** @type {HTMLElement | null} */ (document.querySelector("game-stage h2"))?.focus({ preventScroll: true });
  }

  /**
   * @param {Table.State} state
   * @param {Table.Screen} screen
   */
  #dress(state, screen) {
    const { theme } = prefs();
    document.documentElement.dataset.theme = theme === "game" ? themeOf(screen) : theme;
    document.body.dataset.screen = screen;
    document.title = document.hidden && isCalled(state) ? `(!) ${secondsLeft(state) ?? ""} - ${this.place.title}` : this.place.title;
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
    if (after.ui.known && !before.ui.known) stayAwake();
    if (after.pending?.kind === "done" && after.pending !== before.pending) shake(15);
    if (isCalled(after) && screenOf(before) !== screenOf(after)) shake([80, 60, 80]);
    if (after.recap && before.recap?.fairness.seed !== after.recap.fairness.seed) this.#check(after);
  }

  /** @param {Table.State} state */
  async #check({ recap, game }) {
    if (!recap) return;
    const canCheck = "subtle" in crypto;
    this.player.do("checked", { isFair: canCheck ? await isFair(recap, game?.commitment ?? null) : null });
  }
}

/**
 * Whether a table among strangers has to be asked for, at each welcome anew.
 * @param {Table.State} state
 */
function wantsTable({ queue, visit }) {
  return visit > 0 && queue !== null && queue.again !== "seated" && !queue.isLeaving;
}

/**
 * Whether the table waits for this player, whatever the role.
 * @param {Table.State} state
 */
function isCalled(state) {
  if (isGathering(state)) return true;
  const screen = screenOf(state);
  return (screen === "night" || screen === "voting") && isAlive(state) && choiceOf(state).targetId === null;
}
