// Hold to look: the card is shown while a finger, a mouse or a key is down, and for 8 seconds at most.

import { prefs } from "./prefs.js";

const LONGEST = 8000;

export class Hold {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #pressedAt = 0;

  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
    document.addEventListener("pointerdown", (event) => onButton(event) && this.#press(event));
    document.addEventListener("click", (event) => onButton(event) && this.#click());
    document.addEventListener("keydown", (event) => isPress(event) && onButton(event) && this.#press(event));
    document.addEventListener("contextmenu", (event) => onButton(event) && event.preventDefault());
    for (const name of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(name, () => this.#letGo());
    window.addEventListener("blur", () => this.release());
    document.addEventListener("visibilitychange", () => this.release(true));
  }

  look() {
    if (!this.player.state.secret.role || this.player.state.ui.held) return;
    this.player.do("hold");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), LONGEST);
  }

  /** @param {boolean} [everything] also what was kept open */
  release(everything = false) {
    clearTimeout(this.#timer);
    if (this.player.state.ui.held) this.player.do("release");
    if (everything && this.player.state.ui.kept) this.player.do("keep", { kept: false });
  }

  /** @param {Event} event */
  #press(event) {
    if (prefs().hold === "tap") return;
    if (event instanceof KeyboardEvent) event.preventDefault();
    this.#pressedAt = Date.now();
    this.look();
  }

  #letGo() {
    if (prefs().hold === "hold") this.release();
  }

  /** A click without a press comes from a screen reader or a switch: it shows, and a second one hides. */
  #click() {
    const wasPressed = Date.now() - this.#pressedAt < LONGEST;
    this.#pressedAt = 0;
    if (prefs().hold === "tap" || !wasPressed) this.#turn();
  }

  /** The key R: held like the button, or pressed once to look and once to hide. */
  key() {
    if (prefs().hold === "tap") this.#turn();
    else this.look();
  }

  #turn() {
    if (this.player.state.ui.held) this.release();
    else this.look();
  }
}

/** @param {Event} event */
function onButton({ target }) {
  return target instanceof Element && target.closest("[data-hold]") !== null;
}

/** @param {KeyboardEvent} event */
function isPress({ key, repeat }) {
  return (key === " " || key === "Enter") && !repeat;
}
