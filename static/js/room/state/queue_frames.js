// The frames about looking for a table among strangers, and the ways of a page from the queue to a table and back.

import { isGathering } from "../view.js";
import { refused } from "./answered.js";
import { blankQueue, forgetRoom } from "./blank.js";

const TOLD_EVERY = 10_000;
const HICCUP = 1_500;
/** A ticket is kept for longer than this: whose wait begins so much later has a new one. */
const ANEW = 30_000;

/** @type {Record<string, import("./reduce.js").Handler>} */
export const queueFrames = {
  "matchmaking:status": counted,
  "matchmaking:found": (state) => withQueue(state, { isFound: true }),
  "matchmaking:left": (state) => ({ ...state, queue: null, left: "queue" }),
  "my:unqueue": (state) => withQueue(state, { isLeaving: true }),
  "matchmaking:error": (state, frame) =>
    frame.code === "already_in_room" ? withQueue(state, { again: "seated" }) : refused(state, frame),
};

/**
 * Nobody who is shown a seat looks for one; a table that is over is none.
 * @param {import("./reduce.js").Handler} handler
 * @returns {import("./reduce.js").Handler}
 */
export function seated(handler) {
  return (state, frame) => {
    const shown = { ...handler(state, frame), seenAt: state.visit };
    if (!state.queue) return shown;
    return shown.room?.status === "ended" ? { ...shown, away: null } : { ...shown, queue: null, recap: null };
  };
}

/**
 * The seat is gone. Who was waiting for a table to start, or has left an old one for the queue, looks for another.
 * @param {Table.State} state
 * @param {{reason: "left" | "kicked" | "closed"}} frame
 * @returns {Table.State}
 */
export function unseated(state, frame) {
  const gone = forgetRoom(state, frame);
  if (state.queue) return { ...gone, left: null };
  return frame.reason === "closed" && isGathering(state) ? searching(gone, "dissolved") : gone;
}

/**
 * The server's no about the room; a seat that was lost on the way back is another matter while strangers gather.
 * @param {Table.State} state
 * @param {{code: string, ref?: string, event?: string}} frame
 * @returns {Table.State}
 */
export function refusedSeat(state, frame) {
  const isLost = frame.event === "room:sync" && frame.code === "not_in_room";
  if (!isLost || !isGathering(state)) return refused(state, frame);
  return searching(forgetRoom(state, { reason: "closed" }), "missed");
}

/**
 * The count is said aloud when it has changed, and not more often than one can listen.
 * @param {Table.Queue | null} queue
 * @param {number} now
 */
export function told(queue, now) {
  if (!queue || queue.since === null || (queue.told && now - queue.told.at < TOLD_EVERY)) return queue;
  const { waiting, needed } = queue;
  const isNews = queue.told?.waiting !== waiting || queue.told.needed !== needed;
  return isNews ? { ...queue, told: { at: now, waiting, needed } } : queue;
}

/**
 * @param {Table.State} state
 * @param {Table.Queue["again"]} again
 * @returns {Table.State}
 */
function searching(state, again) {
  return { ...state, left: null, recap: null, queue: blankQueue(again) };
}

/**
 * @param {Table.State} state
 * @param {Wire.Waiting} frame
 * @returns {Table.State}
 */
function counted(state, { waiting, needed, waitedSeconds, startsBy }) {
  if (!state.queue) return state;
  const since = state.now - waitedSeconds * 1000;
  const known = state.queue.since ?? since;
  const again = since - known > ANEW ? "anew" : state.queue.again;
  const queue = { ...state.queue, waiting, needed, startsBy, again, isFound: false, since: Math.abs(since - known) < HICCUP ? known : since };
  return { ...state, queue: told(queue, state.now) };
}

/**
 * @param {Table.State} state
 * @param {Partial<Table.Queue>} change
 * @returns {Table.State}
 */
function withQueue(state, change) {
  return state.queue ? { ...state, queue: { ...state.queue, ...change } } : state;
}
