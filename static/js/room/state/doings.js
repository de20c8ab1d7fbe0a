// What the player does, and the passing of time: changes that no server need hear of.

import { SHOWN_FOR, unsent } from "./answered.js";
import { told } from "./queue_frames.js";
import { wished } from "./wishes.js";

/** How long somebody who looks closer at what has just happened may read. */
const READ_IN = 15_000;
/** An answer that takes longer is felt, in milliseconds. */
const SLOW = 500;
const RESTARTING = 4503;
const ABNORMAL = 1006;

/** @type {Record<string, import("./reduce.js").Handler>} */
export const doings = {
  "my:tick": ticked,
  "my:clock": (state, { offset, latency }) => ({ ...state, offset, latency, heardAt: state.now, slowSince: latency > SLOW ? state.slowSince ?? state.now : null }),
  "my:link": linked,
  "my:network": (state, { isOnline }) => ({ ...state, isOffline: !isOnline }),
  "my:forgotten": unsent,
  "my:wish": wished,
  "my:pending": (state, { pending }) => ({ ...state, pending }),
  "my:tab": (state, { tab }) => withUi(state, { tab, ...(tab === "chat" && { unread: 0 }), ...(tab === "role" && { news: false }) }),
  "my:hold": (state) => withUi(state, { held: true, looked: true, news: false }),
  "my:release": (state) => withUi(state, { held: false }),
  "my:keep": (state, { kept }) => withUi(state, { kept, held: false, ...(kept && { looked: true }) }),
  "my:known": (state) => withUi(state, { known: true, held: false }),
  "my:dialog": (state, { dialog }) => withUi(state, { dialog }),
  "my:toast": (state, { text }) => withUi(state, { toast: { text, until: state.now + SHOWN_FOR } }),
  "my:draft": (state, { draft }) => withUi(state, { draft }),
  "my:whisper": (state, { whisper }) => ({ ...state, secret: { ...state.secret, whisper, unheard: "" } }),
  "my:said": (state, { ref, text, box }) => withUi(state, { sent: { ...state.ui.sent, [ref]: { text, box, at: state.now } } }),
  "my:picker": (state, { picker }) => withUi(state, { picker }),
  "my:unhide": (state, { id }) => withUi(state, { unhidden: [...state.ui.unhidden, id] }),
  "my:notes": (state, { notes }) => withUi(state, { notes }),
  "my:mark": marked,
  "my:mute": muted,
  "my:linger": (state) => ({ ...state, scene: state.scene && { ...state.scene, until: state.now + READ_IN } }),
  "my:skip": (state) => ({ ...state, scene: null }),
  "my:back": (state) => ({ ...state, away: null }),
  "my:checked": (state, { receipt }) => ({ ...state, recap: state.recap && { ...state.recap, receipt } }),
  "my:recorded": (state, { links }) => ({ ...state, recap: state.recap && { ...state.recap, links } }),
  "my:dismiss": (state) => ({ ...state, recap: state.recap && { ...state.recap, dismissed: true } }),
};

/**
 * @param {Table.State} state
 * @param {Partial<Table.Ui>} change
 * @returns {Table.State}
 */
function withUi(state, change) {
  return { ...state, ui: { ...state.ui, ...change } };
}

/**
 * @param {Table.State} state
 * @param {{now: number}} event
 * @returns {Table.State}
 */
function ticked(state, { now }) {
  const scene = state.scene && state.scene.until > now ? state.scene : null;
  const toast = state.ui.toast && state.ui.toast.until > now ? state.ui.toast : null;
  return withUi({ ...state, now, scene, queue: told(state.queue, now) }, { toast });
}

/**
 * The code tells why the last connection ended; a server that restarts refuses those who knock meanwhile.
 * @param {Table.State} state
 * @param {{link: Table.Link}} event
 * @returns {Table.State}
 */
function linked(state, { link }) {
  const { status, since: begun, code: earlier } = state.link;
  const wasDown = status === "lost" || status === "connecting";
  const since = wasDown && link.status !== "open" ? begun || link.since : link.since;
  const isRestart = wasDown && earlier === RESTARTING && link.code === ABNORMAL;
  return { ...state, link: { ...link, since, code: isRestart ? earlier : link.code ?? earlier } };
}

/**
 * @param {Table.State} state
 * @param {{userId: Wire.Id, mark: Table.Mark}} event
 * @returns {Table.State}
 */
function marked(state, { userId, mark }) {
  const { [userId]: before, ...marks } = state.ui.marks;
  return withUi(state, { marks: before === mark ? marks : { ...marks, [userId]: mark } });
}

/**
 * @param {Table.State} state
 * @param {{userId: Wire.Id}} event
 * @returns {Table.State}
 */
function muted(state, { userId }) {
  const others = state.ui.muted.filter((id) => id !== userId);
  return withUi(state, { muted: others.length < state.ui.muted.length ? others : [...others, userId] });
}
