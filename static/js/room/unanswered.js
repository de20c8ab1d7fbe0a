// What was sent and has no answer yet; it is sent again after a reconnect, but not for ever.

const FORGET_AFTER = 30000;

export class Unanswered {
  /** @type {Map<string, {frame: Wire.Frame, at: number}>} */ #frames = new Map();

  /**
   * @param {Wire.Frame} frame
   * @param {number} now
   */
  keep(frame, now) {
    if (frame.ref) this.#frames.set(frame.ref, { frame, at: now });
  }

  /** @param {string | undefined} ref */
  settle(ref) {
    if (ref) this.#frames.delete(ref);
  }

  /**
   * @param {number} now
   * @returns {Wire.Frame[]} in the order in which they were first sent
   */
  due(now) {
    for (const [ref, { at }] of this.#frames) if (now - at > FORGET_AFTER) this.#frames.delete(ref);
    return [...this.#frames.values()].map(({ frame }) => frame);
  }
}
