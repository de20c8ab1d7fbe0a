// Whether the table waits for this player, and what it asks: the same words for every role.

import { secondsLeft, shownTime } from "./clock.js";
import { choiceOf, isAlive, screenOf } from "./view.js";
import { _ } from "./words.js";

/** What the tab is called while the table waits. @type {Partial<Record<Table.Screen, (time: string) => string>>} */
const TITLES = {
  gathering: (time) => _("(!) Your table {time} - Mafia", { time }),
  reveal: (time) => _("(!) Your card {time} - Mafia", { time }),
  night: (time) => _("(!) Your pick {time} - Mafia", { time }),
  voting: (time) => _("(!) Your vote {time} - Mafia", { time }),
};

/** @type {Partial<Record<Table.Screen, () => string>>} */
const WORDS = {
  gathering: () => _("Table found."),
  reveal: () => _("The game begins. Look at your card."),
  night: () => _("Night falls. Choose one player."),
  voting: () => _("The vote. Who leaves the table?"),
};

/** @param {Table.State} state */
export function isCalled(state) {
  const screen = screenOf(state);
  if (screen === "gathering") return true;
  if (!(screen in WORDS) || !isAlive(state)) return false;
  return screen === "reveal" || choiceOf(state).targetId === null;
}

/** @param {Table.State} state */
export function calledTitle(state) {
  return TITLES[screenOf(state)]?.(shownTime(secondsLeft(state) ?? 0)) ?? "";
}

/**
 * The word to who looks elsewhere; empty unless the table begins to wait just now.
 * @param {Table.State} before
 * @param {Table.State} after
 */
export function callOf(before, after) {
  const screen = screenOf(after);
  return screen !== screenOf(before) && isCalled(after) ? WORDS[screen]?.() ?? "" : "";
}
