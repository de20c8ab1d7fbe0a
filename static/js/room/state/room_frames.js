// The frames about the connection, the room and its talk.

import { SHOWN_FOR, refused, silenced } from "./answered.js";
import { returned } from "./away.js";
import { forgetGame } from "./blank.js";
import { newsOf } from "./news.js";
import { refusedSeat, seated, unseated } from "./queue_frames.js";
import { restored, roomOf } from "./snapshot.js";

const REMEMBERED = 200;

/** @type {Record<string, import("./reduce.js").Handler>} */
export const roomFrames = {
  "auth:success": (state, { userId }) => ({ ...state, me: userId, visit: state.visit + 1, heardAt: state.heardAt || state.now }),
  "auth:reconnect": seated((state, { gameState }) => returned(state, restored(state, gameState))),
  "game:state": seated((state, { gameState }) => restored(state, gameState)),
  "room:update": seated(updated),
  "room:left": unseated,
  "chat:message": said,
  "chat:mute": silenced,
  "room:error": refusedSeat,
  "chat:error": refused,
  "vote:error": refused,
  "action:error": refused,
  "auth:error": refused,
};

/**
 * @param {Table.State} state
 * @param {Wire.Room & {type: string}} frame
 * @returns {Table.State}
 */
function updated(state, frame) {
  const room = roomOf(frame);
  const back = room.status === "lobby" && state.room?.status !== "lobby";
  const base = back ? forgetGame(state) : state;
  const known = new Map((back ? [] : base.room?.players ?? []).map((player) => [player.userId, player]));
  const players = room.players.map((player) => ({ ...publicly(known.get(player.userId)), ...player }));
  const next = { ...base, left: null, room: { ...room, players } };
  const news = newsOf(state, next);
  return news ? { ...next, ui: { ...next.ui, toast: { text: news, until: state.now + SHOWN_FOR } } } : next;
}

/**
 * What had become public of a player before; later frames need not repeat it.
 * @param {Wire.Player | undefined} player
 */
function publicly(player) {
  return { ...(player?.role && { role: player.role }), ...(player?.side && { side: player.side }) };
}

/**
 * @param {Table.State} state
 * @param {Wire.Message} message
 * @returns {Table.State}
 */
function said(state, { id, userId, message, channel, at }) {
  if (state.chat.some((earlier) => earlier.id === id)) return state;
  const chat = [...state.chat, { id, userId, message, channel, at }].slice(-REMEMBERED);
  const isNews = channel !== "mafia" && state.ui.tab !== "chat" && userId !== state.me;
  return { ...state, chat, ui: { ...state.ui, unread: state.ui.unread + (isNews ? 1 : 0) } };
}
