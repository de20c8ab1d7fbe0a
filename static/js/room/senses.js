// What of a change reaches the ear, the hand and somebody who looks elsewhere. At night all roles sense the same.

import { callOf } from "./calls.js";
import { confetti } from "./confetti.js";
import { captions, cues } from "./cues.js";
import { doze, shake, stayAwake } from "./device.js";
import { notify } from "./notify.js";
import { prefs } from "./prefs.js";
import { WAITS, play } from "./sound.js";
import { mark } from "./tab.js";
import { _ } from "./words.js";

const READ_IN = 3000;
const TURN = [80, 60, 80];
const LOCK = 15;

export class Senses {
  #caption = document.querySelector("[data-caption]");
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {import("./place.js").Place} place */
  constructor(place) {
    this.place = place;
  }

  /**
   * @param {Table.State} before
   * @param {Table.State} after
   */
  changed(before, after) {
    for (const cue of cues(before, after)) this.#ring(cue);
    const call = callOf(before, after);
    if (call) shake(TURN);
    if (call) void notify(_("Mafia"), call);
    if (after.pending?.kind === "done" && after.pending !== before.pending) shake(LOCK);
    if (after.ui.known && !before.ui.known) void stayAwake();
    if (after.recap && !before.recap) void doze();
    mark(after, this.place.title);
  }

  /** @param {Table.Cue} cue */
  #ring(cue) {
    void play(cue);
    if (cue === "win") confetti();
    if (prefs().captions) setTimeout(() => this.#tell(captions[cue]()), (WAITS[cue] ?? 0) * 1000);
  }

  /** @param {string} text */
  #tell(text) {
    if (!this.#caption) return;
    this.#caption.textContent = text;
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => this.#tell(""), READ_IN);
  }
}
