// What a screen reader hears: two regions, the loud one only for what cannot wait.

import { secondsLeft } from "./clock.js";
import { welcomeBack } from "./meanwhile.js";
import { sentence } from "./refusals.js";
import { spokenCard, victoryOf } from "./roles.js";
import { againOf, countOf } from "./search.js";
import { sceneSentences } from "./story.js";
import { called, choiceOf, isAlive, isGathering, screenOf, seatOf } from "./view.js";
import { _, ngettext } from "./words.js";

const SPOKEN_SECONDS = [60, 30, 10];
const LAST_CALL = 10;

/**
 * What has to be said after this change.
 * @param {Table.State} before
 * @param {Table.State} after
 * @returns {{polite: string, assertive: string}}
 */
export function announcement(before, after) {
  return { assertive: urgent(before, after), polite: calm(before, after) };
}

/**
 * @param {Table.State} before
 * @param {Table.State} after
 */
function urgent(before, after) {
  const screen = screenOf(after);
  if (before.link.status === "open" && after.link.status === "lost") return _("Connection lost.");
  if (after.queue?.isFound && !before.queue?.isFound) return _("Table found.");
  if (after.scene && before.scene !== after.scene) return scene(after);
  if (isAlive(after) && screen !== screenOf(before)) {
    if (screen === "night") return _("Night falls. Choose one player.");
    if (screen === "voting") return _("The vote. Who leaves the table?");
  }
  return isLastCall(before, after) ? _("10 seconds left. You have not chosen.") : "";
}

/** @param {Table.State} state */
function scene(state) {
  const isMine = state.scene?.deaths.some(({ userId }) => userId === state.me);
  return [...sceneSentences(state), isMine ? _("You are out.") : ""].join(" ").trim();
}

/**
 * @param {Table.State} before
 * @param {Table.State} after
 */
function isLastCall(before, after) {
  const screen = screenOf(after);
  const asks = screen === "night" || screen === "voting";
  return asks && isAlive(after) && choiceOf(after).targetId === null && passed(before, after) === LAST_CALL;
}

/**
 * The last mark of the clock that was crossed between two states.
 * @param {Table.State} before
 * @param {Table.State} after
 */
function passed(before, after) {
  const [was, is] = [secondsLeft(before), secondsLeft(after)];
  if (was === null || is === null || screenOf(before) !== screenOf(after)) return 0;
  return SPOKEN_SECONDS.findLast((mark) => was > mark && is <= mark) ?? 0;
}

/**
 * @param {Table.State} before
 * @param {Table.State} after
 */
function calm(before, after) {
  if (after.ui.held !== before.ui.held) return after.ui.held ? card(before, after) : "";
  if (after.away && after.away !== before.away) return welcomeBack(after);
  if (after.ui.toast && after.ui.toast !== before.ui.toast) return sentence(after.ui.toast.text);
  if (after.queue && after.queue !== before.queue) return search(before.queue, after.queue);
  if (isComplete(after) && !isComplete(before)) return _("Everybody is here. The game starts in a few seconds.");
  if (after.recap && !before.recap) return victoryOf(after.recap.winner);
  return clock(before, after);
}

/**
 * @param {Table.Queue | null} before
 * @param {Table.Queue} after
 */
function search(before, after) {
  const again = after.again === before?.again ? "" : againOf(after.again);
  return [again, after.told && after.told !== before?.told ? countOf(after.told) : ""].filter(Boolean).join(" ");
}

/**
 * Whether all have come to a table that starts by itself.
 * @param {Table.State} state
 */
function isComplete(state) {
  return isGathering(state) && (state.room?.players.every(({ connected }) => connected) ?? false);
}

/**
 * Who leads the vote; empty while nobody has voted.
 * @param {Table.State} state
 */
export function leadOf(state) {
  const counts = Object.entries(state.game?.votes.counts ?? {}).sort(([, one], [, other]) => other - one);
  const [first, second] = counts;
  if (screenOf(state) !== "voting" || !first || first[1] === 0) return "";
  if (first[1] === second?.[1]) return _("A tie for the lead.");
  if (first[0] === "skip") return _("No one leads.");
  return _("{seat} leads.", { seat: called(seatOf(state, first[0])) });
}

/**
 * @param {Table.State} before
 * @param {Table.State} after
 */
function clock(before, after) {
  const mark = passed(before, after);
  return mark ? ngettext("{count} second left", "{count} seconds left", mark) : "";
}

/**
 * The first look only warns: the card is spoken aloud.
 * @param {Table.State} before
 * @param {Table.State} after
 */
function card(before, after) {
  return before.ui.looked ? spokenCard(after) : _("Your role will be spoken. Use headphones. Hold again to hear it.");
}
