// The frames about the connection, the room and its talk.

import { blankVotes, forgetGame } from "./blank.js";
import { refused } from "./refused.js";

const REMEMBERED = 200;

/** @type {Record<string, import("./reduce.js").Handler>} */
export const roomFrames = {
  "auth:success": (state, { userId }) => ({ ...state, me: userId }),
  "auth:reconnect": (state, { gameState }) => restored(state, gameState),
  "game:state": (state, { gameState }) => restored(state, gameState),
  "room:update": updated,
  "room:left": (state, { reason }) => ({ ...forgetGame(state), room: null, chat: [], left: reason }),
  "chat:message": said,
  "chat:mute": (state, { userId, until }) =>
    userId === state.me ? { ...state, ui: { ...state.ui, toast: { text: "muted", until } } } : state,
  "room:error": refused,
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
  return { ...base, left: null, room: { ...room, players } };
}

/**
 * What had become public of a player before; later frames need not repeat it.
 * @param {Wire.Player | undefined} player
 */
function publicly(player) {
  return { ...(player?.role && { role: player.role }), ...(player?.side && { side: player.side }) };
}

/**
 * @param {Wire.Room} frame
 * @returns {Wire.Room}
 */
function roomOf({ roomId, roomCode, status, isPublic, hostId, maxPlayers, settings, players }) {
  return { roomId, roomCode, status, isPublic, hostId, maxPlayers, settings, players };
}

/**
 * Take a whole snapshot; everything older is forgotten, and no scene is played for what was missed.
 * @param {Table.State} state
 * @param {Wire.GameState} snapshot
 * @returns {Table.State}
 */
function restored(state, snapshot) {
  const base = snapshot.status === "lobby" ? forgetGame(state) : state;
  const room = roomOf(snapshot);
  const players = room.players.map((player) => (isPublic(snapshot, player) ? player : { ...player, role: undefined }));
  return {
    ...base,
    me: snapshot.you.userId,
    left: null,
    room: { ...room, players },
    game: gameOf(snapshot),
    secret: secretOf(snapshot.you),
    offset: snapshot.now ? snapshot.now - state.now : state.offset,
    chat: snapshot.chat,
    recap: snapshot.end ? { ...snapshot.end, players, timeline: snapshot.timeline, dismissed: false } : base.recap,
    scene: null,
    pending: null,
  };
}

/**
 * The snapshot names the viewer's own role and the partners' too; the screens get only what everybody may see.
 * @param {Wire.GameState} snapshot
 * @param {Wire.Player} player
 */
function isPublic({ status, settings }, { alive }) {
  return status === "ended" || (!alive && settings.revealRoles === "role");
}

/**
 * @param {Wire.You} you
 * @returns {Table.Secret}
 */
function secretOf({ role, allies, target, vote, done, inspections }) {
  return { role, allies, target, vote, done, inspections, shared: null };
}

/**
 * @param {Wire.GameState} snapshot
 * @returns {Table.Game | null}
 */
function gameOf(snapshot) {
  if (snapshot.phase === "lobby") return null;
  return {
    phase: snapshot.phase,
    round: snapshot.round,
    startedAt: snapshot.startedAt ?? 0,
    endsAt: snapshot.endsAt,
    setup: snapshot.setup ?? null,
    commitment: snapshot.commitment ?? null,
    votes: snapshot.votes ?? blankVotes(),
    candidates: snapshot.candidates ?? null,
    timeline: snapshot.timeline,
  };
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
