// What a player can do at the table. At night every role taps alike and the frames have the same length, so that
// neither a neighbour nor the wire can tell who is who.

import { newReference } from "./reference.js";
import { isAlive, screenOf, seatOf } from "./view.js";

const LONGEST_REFERENCE = 36;

/** @type {Record<Wire.Role, string>} */
const DUTIES = {
  mafia: "action:mafiaKill",
  doctor: "action:doctorSave",
  detective: "action:detectiveInspect",
  villager: "action:done",
};

/**
 * @typedef {object} Store
 * @property {Table.State} state
 * @property {(event: {type: string, [field: string]: unknown}) => void} happen
 */

export class Player {
  /**
   * @param {Store} store
   * @param {{send(frame: Wire.Frame): string, open(): void}} connection
   */
  constructor(store, connection) {
    this.store = store;
    this.connection = connection;
  }

  get state() {
    return this.store.state;
  }

  /**
   * Something that only this page need know.
   * @param {string} type
   * @param {Record<string, unknown>} [fields]
   */
  do(type, fields = {}) {
    this.store.happen({ type: `my:${type}`, ...fields });
  }

  /**
   * @param {string} type
   * @param {Record<string, unknown>} [fields]
   */
  send(type, fields = {}) {
    return this.connection.send({ type, ...fields });
  }

  /**
   * Tap a seat: what it means depends on the phase alone.
   * @param {Wire.Id} userId
   */
  tap(userId) {
    const screen = screenOf(this.state);
    if (screen === "day") return this.mention(userId);
    if (!isAlive(this.state)) return;
    if (screen === "night") this.#act(userId);
    if (screen === "voting") this.vote(userId);
  }

  /** @param {Wire.Id} targetId */
  #act(targetId) {
    const { game, secret } = this.state;
    const isMeeting = game?.round === 1 && game.setup?.firstNight === "meeting";
    const type = isMeeting ? "action:done" : DUTIES[secret.role ?? "villager"];
    this.#ask("act", { type, targetId, ref: evenRef(type) }, targetId);
  }

  /** @param {Wire.Id | null} targetId */
  vote(targetId) {
    this.#ask("vote", { type: "vote:cast", targetId }, targetId ?? "skip");
  }

  /** Nothing more to do: the choice is locked, or the talk may end. */
  finish() {
    this.#ask("done", { type: "action:done" }, null);
  }

  /**
   * @param {Table.Pending["kind"]} kind
   * @param {Wire.Frame} frame
   * @param {Table.Pending["targetId"]} targetId
   */
  #ask(kind, frame, targetId) {
    const ref = frame.ref ?? newReference();
    this.do("pending", { pending: { ref, kind, targetId, since: this.state.now } });
    this.connection.send({ ...frame, ref });
  }

  /** @param {string} message */
  say(message) {
    const text = message.trim();
    if (text) this.send("chat:send", { message: text });
  }

  /** @param {Wire.Id} userId */
  mention(userId) {
    const seat = seatOf(this.state, userId);
    if (!seat) return;
    const { draft } = this.state.ui;
    this.do("draft", { draft: `${draft}${draft && !draft.endsWith(" ") && !draft.endsWith("@") ? " " : ""}@${seat.number} `.replace("@@", "@") });
    this.do("tab", { tab: "chat" });
  }

  /** Sit on for another game; who is still reading the story comes later. */
  again() {
    this.send("room:rematch");
    this.do("dismiss");
  }
}

/**
 * A reference that makes the frames of all roles equally long.
 * @param {string} type
 */
function evenRef(type) {
  return newReference(LONGEST_REFERENCE - type.length + "action:done".length);
}
