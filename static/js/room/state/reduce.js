// The whole client as one function: a state and something that happened make the next state. It touches no page.

import { doings } from "./doings.js";
import { gameFrames } from "./game_frames.js";
import { queueFrames } from "./queue_frames.js";
import { roomFrames } from "./room_frames.js";

/**
 * @callback Handler
 * @param {Table.State} state
 * @param {any} event a frame of the server, or something the player did (`my:…`)
 * @returns {Table.State}
 */

/** @type {Record<string, Handler>} */
const HANDLERS = { ...roomFrames, ...queueFrames, ...gameFrames, ...doings };

/**
 * What is not known is ignored: an old page outlives a newer server.
 * @param {Table.State} state
 * @param {{type: string}} event
 * @returns {Table.State}
 */
export function reduce(state, event) {
  const handler = HANDLERS[event.type];
  return handler ? handler(state, event) : state;
}
