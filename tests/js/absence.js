// A player who goes away and comes back: over the same page, or over one that was loaded anew.

import { knownOf } from "../../static/js/room/state/away.js";
import { blankState } from "../../static/js/room/state/blank.js";
import { after, dawn, gameOf, happened, players, snapshot } from "./scene.js";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const NOON = 1_000_000;

/** @type {Wire.Entry} */ export const bobDied = { kind: "dawn", round: 1, at: 2, deaths: [{ userId: "bob", role: "doctor" }] };
/** @type {Wire.Entry} */ export const annDied = { kind: "dawn", round: 1, at: 2, deaths: [{ userId: "ann" }] };
/** @type {Wire.Entry} */ export const annAbsent = { kind: "out", round: 1, at: 2, deaths: [{ userId: "ann" }] };
/** @type {Wire.Entry} */ export const catOut = { kind: "vote", round: 1, at: 3, eliminatedUserId: "cat", role: "mafia", counts: { cat: 3 }, tie: false };
/** @type {Wire.Entry[]} */ export const begun = [{ kind: "night", round: 1, at: 1 }];

export const tick = (/** @type {number} */ ms) => ({ type: "my:tick", now: NOON + ms });
export const heard = { type: "my:clock", offset: 0, latency: 10 };
export const out = (/** @type {Wire.Id} */ gone) => players().map((player) => ({ ...player, alive: player.userId !== gone }));
export const message = (/** @type {Partial<Wire.Message>} */ change = {}) => ({ id: "m", userId: "bob", message: "hi", channel: /** @type {const} */ ("day"), at: NOON + 5, ...change });

/**
 * The table after Ann's line broke and came back this much later.
 * @param {Wire.Frame[]} known what she saw before
 * @param {Partial<Wire.GameState>} found
 * @param {number} [gap]
 * @param {number} [code]
 */
export function back(known, found, gap = MINUTE, code = 1006) {
  const link = { status: "lost", code, since: NOON, retryAt: NOON };
  return happened(after(...known, tick(0), heard), { type: "my:link", link }, tick(gap),
    { type: "my:link", link: { ...link, status: "open", code: null } }, snapshot(found));
}

/**
 * The table after Ann loaded her page anew.
 * @param {Wire.Frame[]} known
 * @param {Partial<Wire.GameState>} found
 * @param {number} [gap]
 */
export function reloaded(known, found, gap = MINUTE) {
  const kept = JSON.parse(JSON.stringify(knownOf(after(...known, tick(0), heard))));
  return happened({ ...blankState(), now: NOON + gap, known: kept }, snapshot(found));
}

export const inNight = gameOf("villager");
export const inDay = [...inNight, dawn()];
export const slept = { phase: /** @type {const} */ ("day"), timeline: [...begun, bobDied], players: out("bob") };
