// Keeps the big screen in step with the table: the picture, the theme, the caption, and the voice.

import { render } from "lit-html";
import { cues } from "../room/cues.js";
import { prefs } from "../room/prefs.js";
import { play } from "../room/sound.js";
import { wear } from "../room/theme.js";
import { screenOf, themeOf } from "../room/view.js";
import { controls } from "./controls.js";
import { like, likes } from "./likes.js";
import { narration } from "./narrator.js";
import { stage } from "./stage.js";

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class ScreenPage {
  #stage = part("stage");
  #caption = part("caption");
  #controls = part("controls");
  #isOurs = false;
  /** @type {Table.State | null} */ #due = null;

  /**
   * @param {import("./speech.js").Speech} speech
   * @param {Show.State} show
   */
  constructor(speech, show) {
    this.speech = Object.assign(speech, likes());
    this.show = show;
    this.speech.onVoices(() => this.#drawControls());
    document.addEventListener("keydown", (event) => this.#press(event));
    this.#drawControls();
  }

  /**
   * @param {Table.State} before
   * @param {Table.State} after
   */
  changed(before, after) {
    this.#tell(narration(before, after));
    for (const cue of cues(before, after)) void play(cue);
    this.draw(after);
  }

  /**
   * However much happens at once, the screen is drawn once.
   * @param {Table.State} state
   */
  draw(state) {
    if (!this.#due) queueMicrotask(() => this.#draw());
    this.#due = state;
  }

  #draw() {
    const state = /** @type {Table.State} */ (this.#due);
    this.#due = null;
    const screen = screenOf(state);
    // What the server has drawn stands until there is more to show.
    if (screen === "loading" && !this.show.refused) return;
    this.show.isHidden = prefs().streamer;
    wear(themeOf(screen));
    document.body.dataset.screen = screen;
    if (!this.#isOurs) this.#stage.replaceChildren();
    this.#isOurs = true;
    render(stage(state, this.show), this.#stage);
  }

  /** @param {string[]} sentences */
  #tell(sentences) {
    if (sentences.length === 0) return;
    this.show.told = sentences;
    this.#caption.textContent = sentences.join(" ");
    this.speech.say(sentences);
  }

  /** Who hears the voice need not hear the same from a screen reader. */
  #drawControls() {
    this.#caption.setAttribute("aria-live", this.speech.isOn ? "off" : "polite");
    render(controls(this.speech, this.#hands), this.#controls);
  }

  #hands = {
    toggle: () => {
      this.speech.turn(!this.speech.isOn && this.speech.voices.length > 0);
      this.speech.say(this.show.told);
      this.#drawControls();
    },
    like: (/** @type {Partial<Show.Likes>} */ change) => {
      Object.assign(this.speech, like(change));
      this.speech.hush();
      this.speech.say(this.show.told);
      this.#drawControls();
    },
    enlarge: () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };

  /** @param {KeyboardEvent} event */
  #press({ key, target, ctrlKey, metaKey, altKey }) {
    if (!prefs().keys || ctrlKey || metaKey || altKey || target instanceof HTMLSelectElement) return;
    if (key === "s") this.#hands.toggle();
    if (key === "f" && document.fullscreenEnabled) this.#hands.enlarge();
  }
}
