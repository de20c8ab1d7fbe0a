// What a player thinks of the others: three marks, each a sign and a word. They never leave this page.

import { prefs } from "./prefs.js";
import { _ } from "./words.js";

/** @type {() => [Table.Mark, string, string][]} */
export const MARKS = () => [
  ["trust", "✓", _("Trust")],
  ["unsure", "?", _("Unsure")],
  ["suspect", "!", _("Suspect")],
];

/**
 * The mark of a seat as this player's table shows it: not at night, and not to a camera.
 * @param {Table.State} state
 * @param {Wire.Id} userId
 */
export function markOf({ game, ui }, userId) {
  const isDay = game?.phase === "day" || game?.phase === "voting";
  return isDay && !prefs().streamer ? ui.marks[userId] : undefined;
}

/**
 * The mark after this one; after the last there is none.
 * @param {Table.Mark | undefined} mark
 * @returns {Table.Mark}
 */
export function nextMark(mark) {
  const order = /** @type {Table.Mark[]} */ (["trust", "unsure", "suspect"]);
  return order[mark ? order.indexOf(mark) + 1 : 0] ?? "suspect";
}
