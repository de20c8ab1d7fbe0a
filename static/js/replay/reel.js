// A game that is over, moment by moment: what was on somebody's screen after each of them. It touches no page.

import { blankState } from "../room/state/blank.js";
import { reduce } from "../room/state/reduce.js";
import { blankTruth, learn } from "./truth.js";

/** The frames of the live page that mean something else here: a player's own choices, and the whole stage anew. */
const OWN = new Set(["action:mafiaKill", "action:doctorSave", "action:detectiveInspect", "action:done", "vote:cast"]);

/** @param {Replay.Shown} shown @param {Wire.Player[]} players */
export function reelOf({ seat, beganAt, isCut = false, moments }, players) {
  const eyes = seat ? players[seat - 1]?.userId ?? null : null;
  return { beganAt, isCut, moments, players, eyes, isAllKnowing: seat === null };
}

/**
 * What there is to see after this many moments.
 * @param {Replay.Reel} reel
 * @param {number} count
 * @param {{count: number, view: Replay.View} | null} [known] a view of the same reel, to go on from if it is earlier
 * @returns {Replay.View}
 */
export function viewAt(reel, count, known = null) {
  const base = known && known.count <= count ? known : { count: 0, view: beginning(reel) };
  return reel.moments.slice(base.count, count).reduce((view, moment) => shown(reel, view, moment), base.view);
}

/**
 * Where each night, day and vote begins, as the number of moments after which it is on the screen.
 * @param {Replay.Reel} reel
 * @returns {Replay.Chapter[]}
 */
export function chaptersOf({ moments }) {
  return moments.flatMap(([, { type, phase, round }], at) => (type === "game:phase" ? [{ count: at + 1, phase, round }] : []));
}

/**
 * The chapter that is on the screen after so many moments; -1 before the first.
 * @param {Replay.Chapter[]} chapters
 * @param {number} count
 */
export function chapterAt(chapters, count) {
  return chapters.findLastIndex((chapter) => chapter.count <= count);
}

/**
 * Whose a moment was alone; null where more than one got it, or whoever looks on.
 * @param {Replay.Reel} reel
 * @param {number} audience
 */
export function ownerOf({ players }, audience) {
  return players[Math.log2(audience) - 1]?.userId ?? null;
}

/**
 * How long (ms) a watcher waits before the next moment: silence is cut short, and no two run into each other.
 * @param {Replay.Reel} reel
 * @param {number} count
 * @param {number} speed
 */
export function pauseAfter({ moments }, count, speed) {
  const gap = (moments[count]?.[0] ?? 0) - (moments[count - 1]?.[0] ?? 0);
  return Math.max(40, Math.min(gap, 6000) / speed);
}

/** @param {Replay.Reel} reel @returns {Replay.View} */
function beginning({ eyes, beganAt }) {
  const blank = blankState();
  const link = /** @type {Table.Link} */ ({ ...blank.link, status: "open" });
  return { state: { ...blank, me: eyes, link, now: beganAt }, truth: blankTruth() };
}

/**
 * @param {Replay.Reel} reel
 * @param {Replay.View} view
 * @param {Replay.Moment} moment
 * @returns {Replay.View}
 */
function shown(reel, { state, truth }, [at, frame, audience = 0]) {
  const tick = { type: "my:tick", now: reel.beganAt + at };
  const now = reduce(state, tick);
  const known = reel.isAllKnowing ? learn(truth, frame, ownerOf(reel, audience)) : truth;
  if (OWN.has(frame.type)) return { truth: known, state: reel.isAllKnowing ? now : chosen(now, frame) };
  if (frame.type === "room:watching") return { truth: known, state: restaged(now, frame["gameState"]) };
  const isPrivate = frame.type === "game:role" || frame.type === "action:result" || frame.type === "action:update";
  return { truth: known, state: reel.isAllKnowing && isPrivate ? now : reduce(now, frame) };
}

/**
 * @param {Table.State} state
 * @param {Wire.Frame} frame
 * @returns {Table.State}
 */
function chosen(state, { type, targetId }) {
  if (type === "vote:cast") return { ...state, secret: { ...state.secret, vote: targetId ?? "skip" } };
  const target = targetId ?? state.secret.target;
  return { ...state, secret: { ...state.secret, target, done: type === "action:done" || state.secret.done } };
}

/**
 * What had no event of its own: deadlines that moved, and who was counted out.
 * @param {Table.State} state
 * @param {Wire.GameState} stage
 * @returns {Table.State}
 */
function restaged(state, { players, endsAt, timeline, votes }) {
  if (!state.room || !state.game) return state;
  const known = new Map(state.room.players.map((player) => [player.userId, player]));
  const seats = players.map((player) => ({ ...known.get(player.userId), ...player }));
  return { ...state, room: { ...state.room, players: seats }, game: { ...state.game, endsAt, timeline, votes } };
}
