// What happened while somebody was away, in sentences; it knows only what everybody at the table was told.

import { numbers } from "./numbers.js";
import { lineOf } from "./story.js";
import { nameOf } from "./view.js";
import { _, ngettext } from "./words.js";

const MINUTE = 60;

/** @type {Record<NonNullable<Table.Away["other"]>, () => string>} */
const OTHER_GAME = {
  over: () => _("The game ended, and the table is back in the lobby."),
  again: () => _("The table is back in the lobby for another game."),
  begun: () => _("A new game has begun."),
  first: () => _("The game has begun."),
};

/** @type {Partial<Record<Wire.Phase, (round: number) => string>>} */
const NOW = {
  night: (round) => _("It is night {round} now.", { round }),
  day: (round) => _("It is day {round} now.", { round }),
  voting: (round) => _("It is vote {round} now.", { round }),
};

/**
 * What was missed, one line each, oldest first.
 * @param {Table.State} state
 * @returns {string[]}
 */
export function meanwhile(state) {
  const { away, game, recap } = state;
  if (!away) return [];
  return [
    away.other && [OTHER_GAME[away.other](), away.other === "first" && !away.isOut && _("Look at your role.")].filter(Boolean).join(" "),
    ...away.entries.map((entry) => isOwnAbsence(state, entry) ? "" : lineOf(state, entry)),
    away.isOut && ownEnd(state, away),
    away.isOver && (recap?.winner === "mafia" ? _("The game is over: Mafia wins.") : _("The game is over: Town wins.")),
    away.host && hosted(state, away.host),
    away.hasNewRules && _("The host changed the rules."),
    away.chat && ngettext("{count} new message", "{count} new messages", away.chat),
    away.hasTurned && game && NOW[game.phase]?.(game.round),
  ].filter((line) => typeof line === "string" && line !== "").map(String);
}

/**
 * The same in one line, where there is no room for more.
 * @param {Table.State} state
 * @returns {string}
 */
export function gist(state) {
  const { away, game } = state;
  const said = away && [
    away.other && OTHER_GAME[away.other](),
    away.isOut && _("You are out."),
    away.isOver && _("The game is over."),
    away.hasTurned && game && NOW[game.phase]?.(game.round),
    away.chat && ngettext("{count} new message.", "{count} new messages.", away.chat),
  ].filter(Boolean);
  return said?.length ? [_("You are back."), ...said].join(" ") : welcomeBack(state);
}

/**
 * For how long, in words.
 * @param {Table.Away} away
 */
export function absence({ gap }) {
  const seconds = Math.round(gap / 1000);
  if (seconds < MINUTE) return ngettext("You were away for {count} second.", "You were away for {count} seconds.", seconds);
  return ngettext("You were away for {count} minute.", "You were away for {count} minutes.", Math.round(seconds / MINUTE));
}

/**
 * The greeting for those who hear the page.
 * @param {Table.State} state
 */
export function welcomeBack(state) {
  const count = meanwhile(state).length;
  return count
    ? ngettext("You are back. {count} event while you were away.", "You are back. {count} events while you were away.", count)
    : _("You are back.");
}

/**
 * Why this player is out, as far as the table was told: dawn never says who died of what.
 * @param {Table.State} state
 * @param {Table.Away} away
 */
function ownEnd(state, { entries, gap }) {
  if (entries.some((entry) => isOwnAbsence(state, entry))) {
    return _("A seat waits for {seconds} seconds. Yours was empty for longer, so you are out.", { seconds: numbers.grace });
  }
  const isAtDawn = entries.some((entry) => entry.kind === "dawn" && isOf(state, entry));
  const isUnsure = isAtDawn && gap > numbers.grace * 1000 && state.room?.settings.absence !== "ignore";
  return isUnsure ? _("You are out. Dawn does not say whether it was the Mafia or your absence.") : _("You are out.");
}

/**
 * @param {Table.State} state
 * @param {Wire.Entry} entry
 */
function isOwnAbsence(state, entry) {
  return entry.kind === "out" && isOf(state, entry);
}

/**
 * @param {Table.State} state
 * @param {Wire.Entry} entry
 */
function isOf({ me }, { deaths }) {
  return deaths?.some(({ userId }) => userId === me) ?? false;
}

/**
 * @param {Table.State} state
 * @param {Wire.Id} hostId
 */
function hosted(state, hostId) {
  if (hostId === state.me) return _("You are host now.");
  return _("{name} is host now.", { name: nameOf(state, hostId) });
}
