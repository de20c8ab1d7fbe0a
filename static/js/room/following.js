// Whether a reader follows the conversation to its end, or has scrolled up to read. It goes by what the reader does: a box
// that grows, shrinks or is hidden says nothing.

import { unsentOf } from "./unsent.js";

const NEAR = 48;

/** @typedef {Pick<HTMLElement, "scrollTop" | "scrollHeight" | "clientHeight">} Box */

export class Following {
  isAtEnd = true;
  #top = 0;
  /** @type {string | undefined} */ #own;

  /**
   * The box was scrolled: upwards, and not as far as its end, only a reader does that.
   * @param {Box} box
   */
  scrolled({ scrollTop, scrollHeight, clientHeight }) {
    if (clientHeight === 0) return;
    if (scrollHeight - scrollTop - clientHeight < NEAR) this.isAtEnd = true;
    else if (scrollTop < this.#top) this.isAtEnd = false;
    this.#top = scrollTop;
  }

  /**
   * The box has new lines or another size. Who opens it anew begins at its end.
   * @param {Box} box
   */
  settle(box) {
    if (box.clientHeight === 0) this.isAtEnd = true;
    if (!this.isAtEnd) return;
    box.scrollTop = box.scrollHeight;
    this.#top = box.scrollTop;
  }

  /**
   * Who says something wants to see it.
   * @param {Table.State} state
   */
  heard(state) {
    const own = ownOf(state);
    if (own !== this.#own && own) this.isAtEnd = true;
    this.#own = own;
  }
}

/**
 * The last thing that this player said aloud, answered or not.
 * @param {Table.State} state
 */
function ownOf(state) {
  const said = state.chat.findLast(({ userId, channel }) => userId === state.me && channel !== "mafia");
  return unsentOf(state, "draft").at(-1)?.ref ?? said?.id ?? "";
}
