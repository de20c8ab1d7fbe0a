// The people of a lobby: who comes, who goes, and whether they are enough.

import { numbers } from "../room/numbers.js";
import { nameOf, seatsOf } from "../room/view.js";
import { _, listed, ngettext } from "../room/words.js";

/** More than this who come at once are not named. */
const MANY = 4;

/**
 * @param {Table.State} before
 * @param {Table.State} after
 */
export function comings(before, after) {
  if (after.room?.status !== "lobby" || before.room?.players === after.room.players) return [];
  const [was, is] = [before.room?.players ?? [], after.room.players];
  const come = without(is, was);
  const gone = without(was, is);
  const isEnough = was.length < numbers.fewest && is.length >= numbers.fewest;
  return [
    come.length > MANY ? _("Welcome, everybody.") : come.length ? _("Welcome, {names}.", { names: listed(come) }) : "",
    gone.length ? ngettext("{names} has left.", "{names} have left.", gone.length, { names: listed(gone) }) : "",
    isEnough ? _("That is enough for a game. Say on your phone when you are ready.") : "",
    isReady(after) && !isReady(before) ? _("Everybody is ready. {name} may start the game.", { name: hostOf(after) }) : "",
  ].filter(Boolean);
}

/** @param {Wire.Player[]} some @param {Wire.Player[]} others */
function without(some, others) {
  const ids = new Set(others.map(({ userId }) => userId));
  return some.filter(({ userId }) => !ids.has(userId)).map(({ username }) => username);
}

/** @param {Table.State} state */
export function isReady(state) {
  const seats = seatsOf(state);
  return seats.length >= numbers.fewest && seats.every(({ ready, isHost }) => ready || isHost);
}

/** @param {Table.State} state */
export function hostOf(state) {
  return nameOf(state, state.room?.hostId);
}
