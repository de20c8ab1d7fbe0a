// A connection that comes back: it identifies, repeats what has no answer yet, and measures the server's clock.
// It knows nothing of the game.

import { delay, mayReturn } from "./backoff.js";
import { newReference } from "./reference.js";
import { Unanswered } from "./unanswered.js";

const PING_EVERY = 5000;
const SILENCE = 12000;
const NORMAL_CLOSURE = 1000;

/**
 * @typedef {object} Wiring
 * @property {string} url
 * @property {() => Wire.Frame} hello the first frame of every connection
 * @property {(frame: Wire.Frame) => void} hear
 * @property {(link: Table.Link) => void} changed
 * @property {(sample: {latency: number, offset: number}) => void} measured
 * @property {(url: string, protocols: string[]) => WebSocket} [dial]
 * @property {() => number} [random]
 */

export class Connection {
  /** @type {WebSocket | null} */ #socket = null;
  #unanswered = new Unanswered();
  #known = false;
  #attempt = 0;
  #heardAt = 0;
  #pingedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #retry;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #pulse;

  /** @param {Wiring} wiring */
  constructor(wiring) {
    this.wiring = { dial: (/** @type {string} */ url, /** @type {string[]} */ names) => new WebSocket(url, names), ...wiring };
  }

  open() {
    clearTimeout(this.#retry);
    this.#drop();
    this.#tell("connecting");
    const socket = this.wiring.dial(this.wiring.url, ["mafia.batch"]);
    this.#socket = socket;
    socket.addEventListener("open", () => this.#opened(socket));
    socket.addEventListener("message", (event) => this.#heard(socket, String(event.data)));
    socket.addEventListener("close", (event) => this.#closed(socket, event.code));
  }

  close() {
    clearTimeout(this.#retry);
    this.#drop();
    this.#tell("closed", NORMAL_CLOSURE);
  }

  /**
   * Send a frame until it is answered: again after every reconnect, under the same reference.
   * @param {Wire.Frame} frame
   * @returns {string} its reference
   */
  send(frame) {
    const sent = { ...frame, ref: frame.ref ?? newReference() };
    this.#unanswered.keep(sent, Date.now());
    if (this.#known) this.#put(sent);
    return sent.ref;
  }

  /** @param {WebSocket} socket */
  #opened(socket) {
    if (socket !== this.#socket) return;
    this.#heardAt = Date.now();
    this.#put(this.wiring.hello());
    this.#pulse = setInterval(() => this.#beat(), PING_EVERY);
  }

  /** @param {WebSocket} socket @param {string} data */
  #heard(socket, data) {
    if (socket !== this.#socket) return;
    this.#heardAt = Date.now();
    const parsed = JSON.parse(data);
    for (const frame of Array.isArray(parsed) ? parsed : [parsed]) this.#take(frame);
  }

  /** @param {Wire.Frame} frame */
  #take(frame) {
    this.#unanswered.settle(frame.ref);
    if (frame.type === "pong") return this.#measure(frame);
    if (frame.type === "auth:success") this.#welcome();
    this.wiring.hear(frame);
  }

  #welcome() {
    this.#known = true;
    this.#attempt = 0;
    this.#tell("open");
    this.#ping();
    for (const frame of this.#unanswered.due(Date.now())) this.#put(frame);
  }

  /** @param {Wire.Frame} frame */
  #measure(frame) {
    const now = Date.now();
    const latency = now - this.#pingedAt;
    this.wiring.measured({ latency, offset: frame.at - (now - latency / 2) });
  }

  #beat() {
    if (Date.now() - this.#heardAt > SILENCE) this.#lost(1006);
    else this.#ping();
  }

  #ping() {
    this.#pingedAt = Date.now();
    this.#put({ type: "ping" });
  }

  /** @param {WebSocket} socket @param {number} code */
  #closed(socket, code) {
    if (socket === this.#socket) this.#lost(code);
  }

  /** @param {number} code */
  #lost(code) {
    this.#drop();
    if (!mayReturn(code)) return this.#tell("closed", code);
    const wait = delay(this.#attempt++, this.wiring.random);
    this.#tell("lost", code, Date.now() + wait);
    this.#retry = setTimeout(() => this.open(), wait);
  }

  #drop() {
    clearInterval(this.#pulse);
    this.#known = false;
    const socket = this.#socket;
    this.#socket = null;
    if (socket && socket.readyState < WebSocket.CLOSING) socket.close(NORMAL_CLOSURE);
  }

  /** @param {Wire.Frame} frame */
  #put(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** @param {Table.Link["status"]} status @param {number | null} code @param {number} retryAt */
  #tell(status, code = null, retryAt = 0) {
    this.wiring.changed({ status, code, retryAt, since: Date.now() });
  }
}
