// A connection that comes back: it identifies, repeats what has no answer yet, and measures the server's clock.
// It knows nothing of the game.

import { delay, mayReturn } from "./backoff.js";
import { Heartbeat } from "./heartbeat.js";
import { newReference } from "./reference.js";
import { Unanswered } from "./unanswered.js";

/** How long a greeting may take: in a tunnel a browser would wait for minutes. */
const GREETED_WITHIN = 10_000;
/** A greeting that has waited for this long is not waited for any more once the page wakes up. */
const FRESH = 500;
const NORMAL_CLOSURE = 1000;
const ABNORMAL = 1006;

export class Connection {
  /** @type {WebSocket | null} */ #socket = null;
  #heartbeat = new Heartbeat({ ask: () => this.#put({ type: "ping" }), silent: () => this.#silent() });
  #unanswered = new Unanswered();
  /** @type {Table.Link["status"]} */ #status = "closed";
  #attempt = 0;
  #dialledAt = 0;
  #hello = "";
  /** What comes next if nothing else does: another attempt, or giving this one up. @type {ReturnType<typeof setTimeout> | undefined} */ #next;

  /** @param {Table.Wiring} wiring */
  constructor(wiring) {
    this.wiring = { dial: (/** @type {string} */ url, /** @type {string[]} */ names) => new WebSocket(url, names), ...wiring };
  }

  open() {
    this.#drop();
    this.#tell("connecting");
    this.#dialledAt = Date.now();
    this.#next = setTimeout(() => this.#lost(ABNORMAL), GREETED_WITHIN);
    const socket = this.wiring.dial(this.wiring.url, ["mafia.batch"]);
    this.#socket = socket;
    socket.addEventListener("open", () => this.#opened(socket));
    socket.addEventListener("message", (event) => this.#heard(socket, String(event.data)));
    socket.addEventListener("close", (event) => this.#closed(socket, event.code));
  }

  /** The page wakes up: timers that slept would notice late, so the line is looked after now. */
  wake() {
    if (this.#status === "open") this.#heartbeat.probe();
    else if (this.#status === "lost" || (this.#status === "connecting" && Date.now() - this.#dialledAt > FRESH)) this.open();
  }

  /**
   * A browser knows sooner than any silence tells: without a network the line is lost, with one it is dialled at once.
   * @param {boolean} isOnline
   */
  follow(isOnline) {
    if (this.#status === "closed") return;
    this.#attempt = 0;
    if (!isOnline) return this.#lost(ABNORMAL);
    return this.#status === "open" ? this.#heartbeat.probe() : this.open();
  }

  /**
   * Send a frame until it is answered: again after every reconnect, under the same reference.
   * @param {Wire.Frame} frame
   * @returns {string} its reference
   */
  send(frame) {
    const sent = { ...frame, ref: frame.ref ?? newReference() };
    this.#unanswered.keep(sent, Date.now());
    if (this.#status === "open") this.#put(sent);
    return sent.ref;
  }

  /** @param {WebSocket} socket */
  #opened(socket) {
    if (socket !== this.#socket) return;
    this.#hello = newReference();
    this.#put({ ...this.wiring.hello(), ref: this.#hello });
  }

  /** @param {WebSocket} socket @param {string} data */
  #heard(socket, data) {
    if (socket !== this.#socket) return;
    this.#heartbeat.heard();
    const parsed = JSON.parse(data);
    for (const frame of Array.isArray(parsed) ? parsed : [parsed]) this.#take(frame);
  }

  /** @param {Wire.Frame} frame */
  #take(frame) {
    this.#unanswered.settle(frame.ref);
    if (frame.type === "pong") return this.#measure(frame);
    if (frame.type === "ack" && frame.ref === this.#hello) return this.wiring.greeted?.();
    if (frame.type === "auth:success") this.#welcome();
    this.wiring.hear(frame);
  }

  #welcome() {
    clearTimeout(this.#next);
    this.#attempt = 0;
    this.#tell("open");
    this.#heartbeat.start();
    for (const ref of this.#unanswered.forget(Date.now())) this.wiring.forgot?.(ref);
    for (const frame of this.#unanswered.due()) this.#put(frame);
  }

  /** @param {Wire.Frame} frame */
  #measure(frame) {
    const now = Date.now();
    const latency = now - this.#heartbeat.askedAt;
    this.wiring.measured({ latency, offset: frame.at - (now - latency / 2) });
  }

  /** No answer for so long that there is nothing to wait for; a timer of a hidden tab would be late by a minute. */
  #silent() {
    this.#tell("lost", ABNORMAL, Date.now());
    this.open();
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
    this.#next = setTimeout(() => this.open(), wait);
  }

  #drop() {
    clearTimeout(this.#next);
    this.#heartbeat.stop();
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
    this.#status = status;
    this.wiring.changed({ status, code, retryAt, since: Date.now() });
  }
}
