// Whether the other end of a line still answers: it asks now and then, and says so when no answer comes. It closes nothing.

const EVERY = 5000;
const SILENCE = 9000;
const IMPATIENCE = 1500;

export class Heartbeat {
  askedAt = 0;
  #isAsked = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #pulse;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #probe;

  /** @param {{ask(): void, silent(): void}} line */
  constructor(line) {
    this.line = line;
  }

  start() {
    this.#ask();
    this.#pulse = setInterval(() => this.#beat(), EVERY);
  }

  stop() {
    clearInterval(this.#pulse);
    this.heard();
  }

  /** Whatever is heard is a sign of life. */
  heard() {
    this.#isAsked = false;
    clearTimeout(this.#probe);
  }

  /** Ask now, and do not wait long for the answer: nobody knows what became of the line while the page slept. */
  probe() {
    this.heard();
    this.#ask();
    this.#probe = setTimeout(() => this.line.silent(), IMPATIENCE);
  }

  /** A hidden tab beats once a minute: not to have asked is no silence of the other end. */
  #beat() {
    if (!this.#isAsked) this.#ask();
    else if (Date.now() - this.askedAt >= SILENCE) this.line.silent();
  }

  #ask() {
    this.#isAsked = true;
    this.askedAt = Date.now();
    this.line.ask();
  }
}
