// What a player can do at the table. At night every role taps alike, in frames of one length: nobody sees who is who.

import { MERE_TAP, dutyOf, isInVain } from "./duties.js";
import { newReference } from "./reference.js";
import { isAlive, isPractice, screenOf, seatOf } from "./view.js";

const LONGEST_REFERENCE = 36;

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
   * Wish something of the table: it shows at once, and the server's word replaces it.
   * @param {Table.Wish["kind"]} kind
   * @param {string} type
   * @param {Record<string, unknown>} [fields]
   * @param {Record<string, unknown>} [value] what it would change
   */
  wish(kind, type, fields = {}, value = fields) {
    this.do("wish", { wish: { ref: this.send(type, fields), kind, value, since: this.state.now } });
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

  /**
   * @param {Wire.Id} targetId
   * @param {boolean} [inVain] whether the card does nothing to this seat: the tap is a tap all the same
   */
  #act(targetId, inVain = isInVain(this.state, targetId)) {
    const type = inVain ? MERE_TAP : dutyOf(this.state);
    this.#ask("act", { type, targetId, ref: evenRef(type) }, targetId, inVain);
  }

  /**
   * The server speaks. Its no to a card leaves a mere tap on that seat, and nobody who looks on sees a difference.
   * @param {Wire.Frame} frame
   */
  hear(frame) {
    const { pending } = this.state;
    const isNo = frame.type === "action:error" && frame.code === "bad_target" && frame.ref === pending?.ref;
    if (isNo && pending?.kind === "act" && pending.targetId && !pending.inVain) this.#act(pending.targetId, true);
    else this.store.happen(frame);
  }

  /** @param {Wire.Id | null} targetId */
  vote(targetId) {
    this.#ask("vote", { type: "vote:cast", targetId }, targetId ?? "skip");
  }

  /** Nothing more to do: the choice is locked, or the talk may end. */
  finish() {
    this.#ask("done", { type: MERE_TAP }, null);
  }

  /**
   * @param {Table.Pending["kind"]} kind
   * @param {Wire.Frame} frame
   * @param {Table.Pending["targetId"]} targetId
   * @param {boolean} [inVain]
   */
  #ask(kind, frame, targetId, inVain = false) {
    const ref = frame.ref ?? newReference();
    this.do("pending", { pending: { ref, kind, targetId, inVain, since: this.state.now } });
    this.connection.send({ ...frame, ref });
  }

  /**
   * Say something; a no puts it back into the box that it came from. A whisper that is late is not said aloud.
   * @param {string} message
   * @param {"draft" | "whisper"} [box]
   */
  say(message, box = "draft") {
    const text = message.trim();
    const frame = { message: text, ...(box === "whisper" && { channel: "mafia" }) };
    if (text) this.do("said", { ref: this.send("chat:send", frame), text, box });
  }

  /** @param {Wire.Id} userId */
  mention(userId) {
    const seat = seatOf(this.state, userId);
    if (!seat) return;
    const { draft } = this.state.ui;
    this.do("draft", { draft: `${draft}${draft && !draft.endsWith(" ") && !draft.endsWith("@") ? " " : ""}@${seat.number} `.replace("@@", "@") });
    this.do("tab", { tab: "chat" });
  }

  /** Take a seat in the room again whose seat was lost. */
  sitDown() {
    this.send("room:join", { roomCode: this.state.known?.roomCode ?? "" });
  }

  /** Sit on for another game; who is still reading the story comes later. Bots are ready at once. */
  again() {
    this.wish("again", "room:rematch");
    if (isPractice(this.state)) this.send("room:start");
    else this.do("dismiss");
  }
}

/**
 * A reference that makes the frames of all roles equally long.
 * @param {string} type
 */
function evenRef(type) {
  return newReference(LONGEST_REFERENCE - type.length + MERE_TAP.length);
}
