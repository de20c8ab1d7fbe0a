// What a page without a seat makes of its frames: the state of any table, in which nobody is "me".

import { reduce } from "../room/state/reduce.js";

/** @type {Wire.You} */
const NOBODY = { userId: "", role: null, allies: [], alive: false, target: null, pick: null, vote: null, done: false, inspections: [], saves: [] };

/**
 * The next state. A new game begins for everybody at once: the story of the last one is not read on here, and a dawn
 * that is still shown stands in the way of no vote.
 * @param {Table.State} state
 * @param {{type: string, [field: string]: unknown}} event
 * @returns {Table.State}
 */
export function onlook(state, event) {
  const next = reduce(state, seatless(event));
  const isOld = next.recap !== null && next.room?.status !== "ended";
  const isLate = next.scene?.kind === "dawn" && next.game?.phase === "voting";
  return isOld || isLate ? { ...next, recap: isOld ? null : next.recap, scene: isLate ? null : next.scene } : next;
}

/**
 * The stage is a snapshot without a seat; whoever's laptop this is may sit at the table, but not here.
 * @param {{type: string, [field: string]: any}} event
 */
function seatless(event) {
  if (event.type === "auth:success") return { ...event, userId: null };
  return event.type === "room:watching" ? { type: "game:state", gameState: { ...event.gameState, you: NOBODY } } : event;
}
