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
   * Give up what has waited for too long.
   * @param {number} now
   * @returns {string[]} its references
   */
  forget(now) {
    const stale = [...this.#frames].filter(([, { at }]) => now - at > FORGET_AFTER).map(([ref]) => ref);
    for (const ref of stale) this.#frames.delete(ref);
    return stale;
  }

  /** @returns {Wire.Frame[]} in the order in which they were first sent */
  due() {
    return [...this.#frames.values()].map(({ frame }) => frame);
  }
}
