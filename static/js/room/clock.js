// Time as the screens show it: by the server's clock, in whole seconds.

import { screenOf } from "./view.js";

/** @type {Table.Screen[]} */
const TIMED = ["reveal", "night", "day", "voting"];
const LATE = 10;

/** Where nobody has to choose before the end. @type {Table.Screen[]} */
const UNHURRIED = ["reveal", "gathering"];

/**
 * The seconds left; null where nothing runs out.
 * @param {Table.State} state
 */
export function secondsLeft(state) {
  const endsAt = endOf(state);
  return endsAt === null ? null : secondsTo(state, endsAt);
}

/**
 * Whether the time gets short.
 * @param {Table.State} state
 */
export function isLate(state) {
  const seconds = secondsLeft(state);
  return seconds !== null && seconds <= LATE && !UNHURRIED.includes(screenOf(state));
}

/**
 * @param {Table.State} state
 * @param {number} moment by the server's clock
 */
export function secondsTo({ now, offset }, moment) {
  return Math.max(0, Math.ceil((moment - now - offset) / 1000));
}

/**
 * Seconds as a clock shows them: 0:05.
 * @param {number} seconds
 */
export function shownTime(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {Table.State} state */
function endOf(state) {
  const { game, room } = state;
  const screen = screenOf(state);
  if (screen === "gathering") return room?.startsAt ?? null;
  if (!game || !room || !TIMED.includes(screen)) return null;
  return screen === "reveal" ? game.startedAt + room.settings.revealTime * 1000 : game.endsAt;
}
