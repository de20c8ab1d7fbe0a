// The two live regions. Messages that come close together are told as a number, not read one over the other.

import { leadOf } from "./announce.js";
import { aloud } from "./talk.js";
import { mySeat, seatOf } from "./view.js";
import { ngettext } from "./words.js";

const TOGETHER = 3000;
const LEAD_EVERY = 5000;

export class Voice {
  #calm = document.querySelector("[data-polite]");
  #loud = document.querySelector("[data-assertive]");
  #isCard = false;
  #waiting = 0;
  #isPaused = false;
  #lead = "";
  #ledAt = 0;

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
    const fresh = after.chat.filter(({ id, userId, channel }) => !known.has(id) && userId !== mine && channel !== "mafia" && !after.ui.muted.includes(userId));
    if (this.#isPaused) this.#waiting += fresh.length;
    else if (fresh[0]) this.#read(after, fresh[0]);
  }

  /**
   * Who leads the vote is told when it changes, and not more often than one can listen.
   * @param {Table.State} state
   */
  follow(state) {
    const lead = leadOf(state);
    if (!lead) this.#lead = "";
    if (!lead || lead === this.#lead || this.#isCard || state.now - this.#ledAt < LEAD_EVERY) return;
    this.#lead = lead;
    this.#ledAt = state.now;
    put(this.#calm, lead);
  }

  /**
   * @param {Table.State} state
   * @param {Wire.Message} message
   */
  #read(state, message) {
    put(this.#calm, `${seatOf(state, message.userId)?.username ?? ""}: ${aloud(state, message)}`);
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
