// The frames about the connection, the room and its talk.

import { SHOWN_FOR, refused, silenced } from "./answered.js";
import { blankVotes, forgetGame, forgetRoom } from "./blank.js";
import { newsOf } from "./news.js";
import { restoredSecret } from "./secret.js";

const REMEMBERED = 200;

/** @type {Record<string, import("./reduce.js").Handler>} */
export const roomFrames = {
  "auth:success": (state, { userId }) => ({ ...state, me: userId }),
  "auth:reconnect": (state, { gameState }) => restored(state, gameState),
  "game:state": (state, { gameState }) => restored(state, gameState),
  "room:update": updated,
  "room:left": forgetRoom,
  "chat:message": said,
  "chat:mute": silenced,
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
 * @param {Wire.Room} frame
 * @returns {Wire.Room}
 */
function roomOf({ roomId, roomCode, status, isPublic, hostId, maxPlayers, settings, players }) {
  return { roomId, roomCode, status, isPublic, hostId, maxPlayers, settings, players };
}

/**
 * Take a whole snapshot; what is older than its phase is forgotten, and no scene is played for what was missed.
 * @param {Table.State} state
 * @param {Wire.GameState} snapshot
 * @returns {Table.State}
 */
function restored(state, snapshot) {
  const base = snapshot.status === "lobby" ? forgetGame(state) : state;
  const isSame = isSameMoment(state, snapshot);
  const room = roomOf(snapshot);
  const players = room.players.map((player) => (isPublic(snapshot, player) ? player : { ...player, role: undefined }));
  return {
    ...base,
    me: snapshot.you.userId,
    left: null,
    room: { ...room, players },
    game: gameOf(snapshot),
    secret: restoredSecret(base.secret, snapshot.you, isSame),
    offset: snapshot.now ? snapshot.now - state.now : state.offset,
    chat: snapshot.chat,
    recap: snapshot.end ? { ...snapshot.end, players, timeline: snapshot.timeline, isFair: null, dismissed: false } : base.recap,
    scene: isSame ? state.scene : null,
    pending: isSame ? state.pending : null,
  };
}

/**
 * Whether what was tapped before the connection broke may still be sent: it is under way again.
 * @param {Table.State} state
 * @param {Wire.GameState} snapshot
 */
function isSameMoment({ game }, { phase, round }) {
  return game?.phase === phase && game.round === round;
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
 * @param {Wire.GameState} snapshot
 * @returns {Table.Game | null}
 */
function gameOf(snapshot) {
  if (snapshot.phase === "lobby") return null;
  return {
    phase: snapshot.phase,
    round: snapshot.round,
    startedAt: beganAt(snapshot),
    endsAt: snapshot.endsAt,
    setup: snapshot.setup ?? null,
    commitment: snapshot.commitment ?? null,
    votes: snapshot.votes ?? blankVotes(),
    candidates: snapshot.votes?.candidates ?? null,
    timeline: snapshot.timeline,
  };
}

/**
 * When this phase began. The snapshot has the begin of the game only, which is that of the first night.
 * @param {Wire.GameState} snapshot
 */
function beganAt({ phase, round, startedAt, endsAt, settings }) {
  if (phase === "night" && round === 1) return startedAt ?? 0;
  const lengths = { night: settings.nightTime, day: settings.discussionTime, voting: settings.voteTime, ended: 0, lobby: 0 };
  return (endsAt ?? 0) - lengths[phase] * 1000;
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
