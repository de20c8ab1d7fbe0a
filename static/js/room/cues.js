// What is to be heard of a change. It goes by what the whole table may know: no sound tells of a card, a tap or a whisper.

import { isLate, secondsLeft } from "./clock.js";
import { sideOf } from "./roles.js";
import { mySeat, screenOf } from "./view.js";
import { _ } from "./words.js";

/** @typedef {(before: Table.State, after: Table.State) => boolean} Rings */

/** In the order in which they are heard. @type {[Table.Cue, Rings][]} */
const CUES = [
  ["join", isJoined],
  ["tick", isTicking],
  ["night", (before, after) => after.game?.phase === "night" && isNewPhase(before, after)],
  ["dawn", (before, after) => isNewScene(before, after) && after.scene?.kind === "dawn"],
  ["vote", isVoted],
  ["out", (before, after) => isNewScene(before, after) && (after.scene?.deaths.length ?? 0) > 0],
  ["win", (before, after) => isOver(before, after) && isWon(after)],
  ["drum", (before, after) => isOver(before, after) && !isWon(after)],
  ["ping", isCalled],
];

/**
 * A snapshot tells how things stand, not that they happen: what was missed is not played afterwards.
 * @param {Table.State} before
 * @param {Table.State} after
 * @returns {Table.Cue[]}
 */
export function cues(before, after) {
  if (before.seenAt !== after.seenAt && before.visit > 0 && !after.queue && !before.queue) return [];
  return CUES.filter(([, rings]) => rings(before, after)).map(([cue]) => cue);
}

/** The sounds in words. @type {Record<Table.Cue, () => string>} */
export const captions = {
  join: () => _("[chime] Somebody sits down"),
  tick: () => _("[ticking] Time runs out"),
  night: () => _("[bell] Night falls"),
  dawn: () => _("[bell] The town wakes"),
  vote: () => _("[tap] A vote"),
  out: () => _("[thud] Somebody is out"),
  win: () => _("[fanfare] Your side wins"),
  drum: () => _("[drum] The game is over"),
  ping: () => _("[ping] You are asked for"),
};

/** @type {Rings} */
function isJoined({ room: was }, { room: is }) {
  return was !== null && is?.roomId === was.roomId && is.status === "lobby" && is.players.length > was.players.length;
}

/** @type {Rings} */
function isTicking(before, after) {
  const seconds = secondsLeft(after) ?? 0;
  return isLate(after) && seconds > 0 && screenOf(before) === screenOf(after) && (secondsLeft(before) ?? 0) > seconds;
}

/** @type {Rings} */
function isNewPhase({ game: was }, { game: is }) {
  return was?.phase !== is?.phase || was?.round !== is?.round;
}

/** @type {Rings} */
function isNewScene(before, after) {
  return after.scene !== null && after.scene !== before.scene;
}

/** @type {Rings} */
function isVoted(before, after) {
  if (after.game?.phase !== "voting" || isNewPhase(before, after) || after.game.votes.cast === 0) return false;
  return JSON.stringify(before.game?.votes) !== JSON.stringify(after.game.votes);
}

/** Not before it is seen: what the last vote did is told first. @type {Rings} */
function isOver(before, after) {
  return after.recap !== null && screenOf(after) === "end" && screenOf(before) !== "end";
}

/** @param {Table.State} state */
function isWon({ recap, me }) {
  const role = me ? recap?.roles[me] : undefined;
  return role !== undefined && sideOf(role) === recap?.winner;
}

/** @type {Rings} */
function isCalled(before, after) {
  const isVote = after.game?.phase === "voting" && (isNewPhase(before, after) || before.game?.candidates !== after.game.candidates);
  return isVote || (after.queue?.isFound === true && !before.queue?.isFound) || isMentioned(before, after);
}

/** @type {Rings} */
function isMentioned(before, after) {
  if (before.chat === after.chat) return false;
  const known = new Set(before.chat.map(({ id }) => id));
  const mention = new RegExp(`@${mySeat(after)?.number ?? 0}\\b`);
  return after.chat.some(({ id, userId, channel, message }) =>
    channel !== "mafia" && userId !== after.me && !known.has(id) && mention.test(message));
}
