// The search for a table in words: how many are here, when it starts, and why it begins once more.

import { secondsTo, shownTime } from "./clock.js";
import { numbers } from "./numbers.js";
import { _, ngettext } from "./words.js";

/** @param {{waiting: number, needed: number}} count */
export function countOf({ waiting, needed }) {
  return _("{found} of {needed} found", { found: Math.min(waiting, needed), needed });
}

/**
 * What can be promised about the start, and no more than that.
 * @param {Table.State} state
 * @param {Table.Queue} queue
 */
export function promiseOf(state, queue) {
  if (queue.isFound) return _("Table found.");
  if (queue.since === null) return _("Looking for others.");
  if (queue.waiting < Math.min(queue.needed, numbers.fewest)) return conditionOf(queue);
  const seconds = secondsTo(state, queue.startsBy);
  return seconds > 0 ? _("Starts in {time} at the latest.", { time: shownTime(seconds) }) : _("Starts any moment.");
}

/**
 * How many it takes: the usual table soon, the smallest once somebody has waited long enough.
 * @param {Table.Queue} queue
 */
function conditionOf({ waiting, needed }) {
  const { fewest } = numbers;
  if (needed > fewest) return _("With {needed} it starts in seconds. At least {fewest} are needed.", { needed, fewest });
  return ngettext("It starts as soon as {count} more is here.", "It starts as soon as {count} more are here.", needed - waiting);
}

/**
 * Since when, for who wonders.
 * @param {Table.State} state
 * @param {Table.Queue} queue
 */
export function waitedOf({ now }, { since }) {
  return since === null ? "" : _("You have waited {time}.", { time: shownTime(Math.max(0, Math.floor((now - since) / 1000))) });
}

/** @param {Table.Queue["again"]} again */
export function againOf(again) {
  return {
    "": "",
    dissolved: _("That table fell apart before it began. You are the first in line for the next one."),
    missed: _("You were away when the table started. Here comes the next one."),
    anew: _("You were away for so long that your place ran out. You are in the queue again."),
    seated: _("You already sit at a table."),
  }[again];
}
