// The frames about the connection, the room and its talk.

import { SHOWN_FOR, refused, silenced } from "./answered.js";
import { returned } from "./away.js";
import { forgetGame } from "./blank.js";
import { newsOf, swingOf } from "./news.js";
import { refusedSeat, seated, unseated } from "./queue_frames.js";
import { restored, roomOf } from "./snapshot.js";

const REMEMBERED = 200;

/** @type {Record<string, import("./reduce.js").Handler>} */
export const roomFrames = {
  "auth:success": (state, { userId }) => ({ ...state, me: userId, visit: state.visit + 1, heardAt: state.heardAt || state.now }),
  "auth:reconnect": seated((state, { gameState }) => returned(state, restored(state, gameState))),
  "game:state": seated((state, { gameState }) => toasted(restored(state, gameState), swingOf, state)),
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
  return toasted(next, newsOf, state);
}

/**
 * @param {Table.State} state
 * @param {(before: Table.State, after: Table.State) => string} tell
 * @param {Table.State} before
 * @returns {Table.State}
 */
function toasted(state, tell, before) {
  const text = tell(before, state);
  return text ? { ...state, ui: { ...state.ui, toast: { text, until: state.now + SHOWN_FOR } } } : state;
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
function said(state, { id, userId, message, channel, at, phrase, flag }) {
  if (state.chat.some((earlier) => earlier.id === id)) return state;
  const chat = [...state.chat, { id, userId, message, channel, at, ...(phrase && { phrase }), ...(flag && { flag }) }].slice(-REMEMBERED);
  const isHeard = channel !== "mafia" && userId !== state.me && !state.ui.muted.includes(userId);
  const isNews = isHeard && state.ui.tab !== "chat";
  const sent = userId === state.me ? withoutEcho(state.ui.sent, message) : state.ui.sent;
  return { ...state, chat, ui: { ...state.ui, sent, unread: state.ui.unread + (isNews ? 1 : 0) } };
}

/**
 * What comes back as heard is not shown as under way besides.
 * @param {Table.Ui["sent"]} sent
 * @param {string} message
 */
function withoutEcho(sent, message) {
  const [ref] = Object.entries(sent).find(([, { text }]) => text === message) ?? [""];
  const { [ref]: _echo, ...others } = sent;
  return others;
}
