// The two live regions. Messages that come close together are told as a number, not read one over the other.

import { mySeat, seatOf } from "./view.js";
import { ngettext } from "./words.js";

const TOGETHER = 3000;

export class Voice {
  #calm = document.querySelector("[data-polite]");
  #loud = document.querySelector("[data-assertive]");
  #isCard = false;
  #waiting = 0;
  #isPaused = false;

  /**
   * @param {{polite: string, assertive: string}} words
   * @param {boolean} isCard whether a role is being spoken, which must not stay on the page
   */
  say({ polite, assertive }, isCard) {
    if (assertive) put(this.#loud, assertive);
    if (polite || (this.#isCard && !isCard)) put(this.#calm, polite);
    this.#isCard = isCard;
  }

  /**
   * What was said while somebody was away is not read aloud: they are told how much it is.
   * @param {Table.State} before
   * @param {Table.State} after
   */
  relay(before, after) {
    const isReturn = after.seenAt !== before.seenAt;
    if (isReturn || before.chat === after.chat || before.chat.length === 0 && after.chat.length > 1) return;
    const known = new Set(before.chat.map(({ id }) => id));
    const mine = mySeat(after)?.userId;
    const fresh = after.chat.filter(({ id, userId, channel }) => !known.has(id) && userId !== mine && channel !== "mafia");
    if (this.#isPaused) this.#waiting += fresh.length;
    else if (fresh[0]) this.#read(after, fresh[0]);
  }

  /**
   * @param {Table.State} state
   * @param {Wire.Message} message
   */
  #read(state, { userId, message }) {
    put(this.#calm, `${seatOf(state, userId)?.username ?? ""}: ${message}`);
    this.#isPaused = true;
    setTimeout(() => this.#resume(), TOGETHER);
  }

  #resume() {
    this.#isPaused = false;
    if (this.#waiting && !this.#isCard) {
      put(this.#calm, ngettext("{count} new message", "{count} new messages", this.#waiting));
    }
    this.#waiting = 0;
  }
}

/**
 * @param {Element | null} region
 * @param {string} text
 */
function put(region, text) {
  if (region) region.textContent = text;
}
