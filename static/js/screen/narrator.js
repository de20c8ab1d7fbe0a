// What the narrator says when a table changes: whole sentences, made of what everybody at the table may know.

import { secondsLeft } from "../room/clock.js";
import { lineOf, sceneSentences } from "../room/story.js";
import { living, screenOf, seatOf } from "../room/view.js";
import { _, listed, ngettext } from "../room/words.js";
import { comings } from "./company.js";
import { line } from "./lines.js";

/** Which marks of the clock are told (s). @type {Partial<Record<Table.Screen, number[]>>} */
const MARKS = { night: [10], day: [60, 30, 10], voting: [10] };

/**
 * @param {Table.State} before
 * @param {Table.State} after
 * @returns {string[]} empty where there is nothing to say
 */
export function narration(before, after) {
  if (after.left) return before.left ? [] : [_("This table is closed. Good night.")];
  if (!after.room) return [];
  if (!before.room || before.room.roomId !== after.room.roomId) return arrival(after);
  if (momentOf(before) !== momentOf(after)) return scene(after, screenOf(after), screenOf(before));
  return [...comings(before, after), ...surprises(before, after), ...clock(before, after)];
}

/**
 * What is on the stage: a scene goes on while behind it the next phase has begun, and an end is one once its winner is known.
 * @param {Table.State} state
 */
function momentOf(state) {
  const { scene, game, recap } = state;
  const screen = screenOf(state);
  return `${screen} ${scene?.round ?? game?.round} ${game?.candidates ?? ""} ${screen === "end" ? recap?.winner : ""}`;
}

/**
 * The screen was just opened: how things stand.
 * @param {Table.State} state
 */
function arrival(state) {
  const screen = screenOf(state);
  return screen === "lobby" ? [line("welcome", state)] : scene(state, screen, "loading");
}

/**
 * @param {Table.State} state
 * @param {Table.Screen} screen
 * @param {Table.Screen} was
 * @returns {string[]}
 */
function scene(state, screen, was) {
  const { game } = state;
  switch (screen) {
    case "lobby":
      return was === "end" ? [line("again", state)] : [];
    case "reveal":
      return [line("dealt", state), mafia(game?.setup?.mafia ?? 0)];
    case "night":
      return [line("night", state), isMeeting(state) ? line("meeting", state) : line("choose", state)];
    case "dawn":
      return [line("dawn", state), ...sceneSentences(state)];
    case "day":
      return [line("day", state), ngettext("{count} of you is left.", "{count} of you are left.", living(state).length)];
    case "voting":
      return [game?.candidates ? runoff(state, game.candidates) : line("voting", state)];
    case "out":
      return [line("out", state), ...sceneSentences(state)];
    case "end":
      return ending(state);
    default:
      return [];
  }
}

/** @param {number} count */
function mafia(count) {
  return ngettext("{count} of you is Mafia.", "{count} of you are Mafia.", count);
}

/** @param {Table.State} state */
function isMeeting({ game }) {
  return game?.round === 1 && game.setup?.firstNight === "meeting";
}

/**
 * @param {Table.State} state
 * @param {Wire.Id[]} candidates
 */
function runoff(state, candidates) {
  const names = candidates.map((userId) => seatOf(state, userId)?.username ?? "").filter(Boolean);
  return names.length > 1 ? _("A tie between {names}. Vote once more.", { names: listed(names) }) : _("A tie. Vote once more.");
}

/** @param {Table.State} state */
function ending({ recap }) {
  if (!recap) return [];
  const names = recap.players.filter(({ userId }) => recap.roles[userId] === "mafia").map(({ username }) => username);
  return [
    recap.winner === "mafia" ? _("Mafia wins.") : _("Town wins."),
    ngettext("The Mafia was {names}.", "The Mafia were {names}.", names.length, { names: listed(names) }),
    _("For another game, tap “Play again” on your phone."),
  ];
}

/**
 * What a whole snapshot told: somebody was away for too long, or a late vote has made the vote longer.
 * @param {Table.State} before
 * @param {Table.State} after
 */
function surprises({ game: was }, after) {
  const is = after.game;
  if (!was || !is || was.dealtAt !== is.dealtAt) return [];
  const gone = is.timeline.slice(was.timeline.length).filter(({ kind }) => kind === "out");
  const isLonger = is.phase === "voting" && was.phase === "voting" && (is.endsAt ?? 0) > (was.endsAt ?? 0);
  return [...gone.map((entry) => lineOf(after, entry)), ...(isLonger ? [_("The lead has changed: a few seconds more.")] : [])];
}

/**
 * @param {Table.State} before
 * @param {Table.State} after
 */
function clock(before, after) {
  const [was, is] = [secondsLeft(before) ?? 0, secondsLeft(after) ?? 0];
  const mark = MARKS[screenOf(after)]?.findLast((seconds) => was > seconds && is <= seconds && is > 0);
  return mark ? [ngettext("{count} second left", "{count} seconds left", mark)] : [];
}
