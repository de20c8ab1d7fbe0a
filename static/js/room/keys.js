// The keyboard: one key for each thing, off while somebody types, and off altogether for who prefers so.

import { nextMark } from "./marks.js";
import { prefer, prefs } from "./prefs.js";
import { screenOf, seatsOf } from "./view.js";
import { _ } from "./words.js";

const DIGITS = ["Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7", "Digit8", "Digit9", "Digit0"];

/**
 * @param {import("./player.js").Player} player
 * @param {import("./hold.js").Hold} hold
 */
export function listen(player, hold) {
  document.addEventListener("keydown", (event) => {
    if (!isFree(event)) return;
    const digit = DIGITS.indexOf(event.code);
    if (digit >= 0) press(`[data-tap="${digit + 1 + (event.shiftKey ? 10 : 0)}"]`);
    else command(event, player, hold);
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./player.js").Player} player
 * @param {import("./hold.js").Hold} hold
 */
function command(event, player, hold) {
  const go = (/** @type {Table.Tab} */ tab) => show(event, player, tab);
  switch (letterOf(event)) {
    case "enter": return onNothing(event) && press('[data-do="lock"], [data-do="known"]');
    case "c": return go("chat");
    case "t": return go("table");
    case "n": return go("notes");
    case "r": return event.repeat || hold.key();
    case ".": return mark(event, player);
    case "m": return event.repeat || mute(player);
    case "h":
    case "?": return player.do("dialog", { dialog: { kind: "keys" } });
    case "s": return screenOf(player.state) === "voting" && press("[data-skip]");
    default: return undefined;
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {import("./player.js").Player} player
 * @param {Table.Tab} tab
 */
function show(event, player, tab) {
  event.preventDefault();
  player.do("tab", { tab });
  const panel = tab === "chat" ? "#message" : tab === "notes" ? "#jottings" : "game-stage h2";
  requestAnimationFrame(() => document.querySelector(/** @type {"input"} */ (panel))?.focus());
}

/** @param {import("./player.js").Player} player */
function mute(player) {
  const sound = !prefs().sound;
  prefer({ sound });
  player.do("toast", { text: sound ? _("Sound is on.") : _("Sound is off.") });
}

/**
 * Give the seat in focus the next mark.
 * @param {KeyboardEvent} event
 * @param {import("./player.js").Player} player
 */
function mark({ target }, player) {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-tap]"));
  const seat = seatsOf(player.state)[Number(button?.dataset.tap) - 1];
  if (seat && !seat.isMe) player.do("mark", { userId: seat.userId, mark: nextMark(player.state.ui.marks[seat.userId]) });
}

/** @param {string} selector */
function press(selector) {
  document.querySelector(/** @type {"button"} */ (selector))?.click();
}

/**
 * What a key is called; where the keyboard writes another script, by the Latin letter in that place.
 * @param {{key: string, code: string}} event
 */
export function letterOf({ key, code }) {
  const isOther = /^[^\x00-\x7f]$/.test(key) && code.startsWith("Key");
  return (isOther ? code.slice(3) : key).toLowerCase();
}

/**
 * Enter on a control is that control's.
 * @param {KeyboardEvent} event
 */
function onNothing({ target }) {
  return target instanceof Element && !target.closest("button, a, summary, input, select, textarea");
}

/** @param {KeyboardEvent} event */
function isFree({ target, altKey, ctrlKey, metaKey }) {
  if (!prefs().keys || altKey || ctrlKey || metaKey) return false;
  return target instanceof Element && !target.closest("input, select, textarea, dialog");
}
