// Questions to the state, asked by every screen; each has one answer here.

import { _ } from "./words.js";

const SHAPES = ["circle", "square", "diamond", "drop"];

/**
 * @param {Table.State} state
 * @returns {Table.Screen}
 */
export function screenOf(state) {
  if (state.link.status === "closed") return "closed";
  if (state.queue) return "queue";
  if (state.left) return "left";
  if (!state.room) return "loading";
  if (state.scene) return state.scene.kind;
  if (isGathering(state)) return "gathering";
  if (state.recap && !state.recap.dismissed) return "end";
  if (state.room.status === "lobby" || !state.game) return "lobby";
  if (isReveal(state)) return "reveal";
  return state.game.phase === "ended" ? "end" : state.game.phase;
}

/**
 * Whether this is a table of strangers that starts by itself in a moment.
 * @param {Table.State} state
 */
export function isGathering({ room }) {
  return room?.status === "lobby" && room.startsAt !== undefined;
}

/** @param {Table.Screen} screen */
export function themeOf(screen) {
  if (screen === "voting" || screen === "out") return "vote";
  return screen === "day" || screen === "dawn" || screen === "end" ? "day" : "night";
}

/**
 * The first seconds of the first night belong to the role card.
 * @param {Table.State} state
 */
function isReveal({ game, room, ui, now, offset }) {
  if (game?.phase !== "night" || game.round !== 1 || ui.known || !room) return false;
  return now + offset < game.startedAt + room.settings.revealTime * 1000;
}

/**
 * Everybody, in the order of the table.
 * @param {Table.State} state
 * @returns {Table.Seat[]}
 */
export function seatsOf(state) {
  const { room, me } = state;
  const players = room?.players ?? [];
  return players.map((player, at) => ({
    ...player,
    number: at + 1,
    isMe: player.userId === me,
    isHost: player.userId === room?.hostId,
  }));
}

/** @param {number} number */
export function shapeOf(number) {
  return SHAPES[(number - 1) % SHAPES.length] ?? "circle";
}

/**
 * @param {Table.State} state
 * @param {Wire.Id | null | undefined} userId
 */
export function seatOf(state, userId) {
  return seatsOf(state).find((seat) => seat.userId === userId) ?? null;
}

/** @param {Table.State} state @param {Wire.Id | null | undefined} userId */
export function nameOf(state, userId) {
  return seatOf(state, userId)?.username ?? _("somebody");
}

/** @param {Table.State} state */
export function mySeat(state) {
  return seatOf(state, state.me);
}

/**
 * How a seat is spoken of: "4 Лена".
 * @param {Table.Seat | null} seat
 */
export function called(seat) {
  return seat ? `${seat.number} ${seat.username}` : _("somebody");
}

/** @param {Table.State} state */
export function isAlive(state) {
  return mySeat(state)?.alive ?? false;
}

/** @param {Table.State} state */
export function isHost(state) {
  return state.room !== null && state.room.hostId === state.me;
}

/**
 * Whether nobody but bots would mind what happens to this table.
 * @param {Table.State} state
 */
export function isPractice(state) {
  const others = seatsOf(state).filter((seat) => !seat.isMe);
  return others.length > 0 && others.every((seat) => seat.isBot);
}

/** @param {Table.State} state */
export function isOpen(state) {
  return state.link.status === "open";
}

/**
 * Whether the secrets may be drawn at this moment.
 * @param {Table.State} state
 */
export function isShown(state) {
  return state.ui.held || state.ui.kept;
}

/**
 * The choice on the table as the player made it, answered or not.
 * @param {Table.State} state
 * @returns {{targetId: Wire.Id | "skip" | null, how: "pending" | "set" | "locked"}}
 */
export function choiceOf({ pending, secret, game }) {
  if (pending && pending.kind !== "done") return { targetId: pending.targetId, how: "pending" };
  if (game?.phase === "voting") return { targetId: secret.vote, how: "set" };
  return { targetId: secret.target, how: secret.done ? "locked" : "set" };
}

/**
 * Whether the card does nothing to the player who is chosen: to be told only while it is held.
 * @param {Table.State} state
 */
export function isWasted({ pending, secret }) {
  return pending?.kind === "act" ? pending.inVain === true : secret.inVain;
}

/** Who is in the game. @param {Table.State} state */
export function living(state) {
  return seatsOf(state).filter((seat) => seat.alive);
}
