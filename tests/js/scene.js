// The cast of the tests, and a table to set: five friends, of whom only the tests know who is who.

import { blankState } from "../../static/js/room/state/blank.js";
import { know } from "../../static/js/room/numbers.js";
import { reduce } from "../../static/js/room/state/reduce.js";

const MEASURED = { runoff: false, openVotes: false, revealRoles: /** @type {const} */ ("role"), mafia: null, detective: null, doctor: null, firstNight: null };
know({ fewest: 4, grace: 30, gathering: 15, mafiaWins: { 4: 39, 5: 52 }, measured: MEASURED });

export const CAST = ["ann", "bob", "cat", "dan", "eve"];
const NOW = 1_000_000;

/** @type {Wire.Settings} */
const SETTINGS = {
  nightTime: 30, discussionTime: 90, voteTime: 30, revealTime: 8, runoff: false, openVotes: false, revealRoles: "role",
  absence: "byRole", mafia: null, detective: null, doctor: null, firstNight: null,
};

/**
 * @param {Partial<Wire.Player>[]} [changes] to the players, in seat order
 * @returns {Wire.Player[]}
 */
export function players(changes = []) {
  return CAST.map((name, at) => ({ userId: name, username: name, ready: true, connected: true, alive: true, isBot: false, ...changes[at] }));
}

/**
 * @param {Partial<Wire.Room>} [changes]
 * @returns {Wire.Frame}
 */
export function roomUpdate(changes = {}) {
  return {
    type: "room:update", roomId: "r", roomCode: "K7M2QF", status: "lobby", isPublic: false, hostId: "ann", maxPlayers: 10,
    settings: SETTINGS, players: players(), ...changes,
  };
}

/**
 * @param {Partial<Wire.GameState>} [changes]
 * @returns {Wire.Frame}
 */
export function snapshot(changes = {}) {
  return {
    type: "auth:reconnect",
    gameState: {
      ...roomUpdate({ status: "in_game" }), phase: "night", round: 1, startedAt: NOW, endsAt: NOW + 38_000, votes: { counts: {}, cast: 0 }, chat: [], timeline: [],
      you: { userId: "ann", role: "mafia", allies: ["bob"], alive: true, target: null, vote: null, done: false, inspections: [], saves: [], pick: null },
      ...changes,
    },
  };
}

/**
 * The state after all of this happened to Ann.
 * @param {...Wire.Frame} events
 */
export function after(...events) {
  return happened({ ...blankState(), now: NOW, link: { status: "open", code: null, since: 0, retryAt: 0 } }, ...events);
}

/**
 * @param {Table.State} state
 * @param {...Wire.Frame} events
 */
export function happened(state, ...events) {
  return events.reduce((before, event) => reduce(before, event), state);
}

/** @param {Wire.Role} role @param {Wire.Id[]} [allies] @returns {Wire.Frame[]} */
export function gameOf(role, allies = []) {
  return [
    { type: "auth:success", userId: "ann" },
    roomUpdate(),
    roomUpdate({ status: "in_game" }),
    { type: "game:commitment", commitment: "c", setup: { mafia: 2, detective: 1, doctor: 1, villager: 1, firstNight: "kill" } },
    { type: "game:role", role, allies },
    { type: "game:phase", phase: "night", duration: 38, endsAt: NOW + 38_000, round: 1 },
  ];
}

/** @param {Wire.Death[]} deaths */
export function dawn(...deaths) {
  return { type: "game:phase", phase: "day", duration: 90, endsAt: NOW + 140_000, round: 1, deaths };
}

/** The last night decides the game. @param {Wire.Death[]} deaths */
export function lastDawn(...deaths) {
  return { type: "game:phase", phase: "ended", duration: 0, endsAt: null, round: 1, deaths };
}

/** @param {number} round */
export function night(round) {
  return { type: "game:phase", phase: "night", duration: 30, endsAt: NOW + 200_000, round };
}

export const voting = { type: "game:phase", phase: "voting", duration: 30, endsAt: NOW + 170_000, round: 1 };

/** @type {Wire.Frame} */
export const ending = {
  type: "game:end",
  winner: "villagers",
  roles: { ann: "mafia", bob: "mafia", cat: "doctor", dan: "detective", eve: "villager" },
  stats: { rounds: 1, nights: [], votes: [], suspicions: {} },
  fairness: { seed: "s", commitment: "c", order: CAST, setup: { mafia: 2, detective: 1, doctor: 1, villager: 1, firstNight: "kill" } },
};
