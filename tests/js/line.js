// A line to a server that the tests play, on a clock that they wind.

import { beforeEach, mock } from "node:test";
import { Connection } from "../../static/js/room/socket.js";

class Line extends EventTarget {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  readyState = Line.CONNECTING;
  /** @type {Wire.Frame[]} */ sent = [];

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  connect() {
    this.readyState = Line.OPEN;
    this.dispatchEvent(new Event("open"));
    this.hear({ type: "auth:success", userId: "ann" });
  }

  /** @param {unknown} frame */
  hear(frame) {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }));
  }

  /** @param {number} code */
  break(code) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }

  types() {
    return this.sent.map(({ type }) => type).filter((type) => type !== "ping");
  }
}

Object.assign(globalThis, { WebSocket: Line });
beforeEach(() => mock.timers.reset());

export function dialled() {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  /** @type {Line[]} */ const lines = [];
  /** @type {Table.Link[]} */ const links = [];
  /** @type {Wire.Frame[]} */ const heard = [];
  /** @type {boolean[]} */ const greetings = [];
  /** @type {string[]} */ const forgotten = [];
  const dial = () => /** @type {any} */ (lines[lines.push(new Line()) - 1]);
  const connection = new Connection({
    url: "ws://table", hello: () => ({ type: "auth:identify", username: "Ann" }), dial, random: () => 0.5,
    hear: (frame) => heard.push(frame), changed: (link) => links.push(link), measured: () => {},
    greeted: () => greetings.push(true), forgot: (ref) => forgotten.push(ref),
  });
  connection.open();
  const last = () => /** @type {Line} */ (lines.at(-1));
  return { connection, lines, links, heard, greetings, forgotten, last };
}
