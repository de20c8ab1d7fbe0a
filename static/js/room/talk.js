// What a message says to this reader: in which words, about whom, and whether it is shown at all.

import { prefs } from "./prefs.js";
import { seatOf, seatsOf } from "./view.js";
import { _, phrase, tongue } from "./words.js";

/** @typedef {string | Table.Seat} Piece text, or a player who is named */

/** Which flags each filter hides. @type {Record<Table.Prefs["filter"], string[]>} */
const HIDDEN = { off: [], mild: ["mild"], strict: ["mild", "strict"] };
const SILENCE = 90_000;
const NAME = /\u2068?\{name\}\u2069?/;

/**
 * A message in pieces, so that names are drawn as players. A phrase is told in the reader's language, English as it was sent.
 * @param {Table.State} state
 * @param {Wire.Message} message
 * @returns {Piece[]}
 */
export function piecesOf(state, message) {
  return translated(state, message) ?? mentions(state, message.message);
}

/**
 * "@4" becomes whoever sits there.
 * @param {Table.State} state
 * @param {string} text
 * @returns {Piece[]}
 */
export function mentions(state, text) {
  const seats = seatsOf(state);
  const pieces = text.split(/(@\d{1,2}\b)/);
  return pieces.map((piece) => (piece.startsWith("@") && seats[Number(piece.slice(1)) - 1]) || piece).filter(Boolean);
}

/**
 * A message as it is read aloud.
 * @param {Table.State} state
 * @param {Wire.Message} message
 */
export function aloud(state, message) {
  if (isHidden(state, message, prefs().filter)) return _("Hidden.");
  return piecesOf(state, message).map((piece) => (typeof piece === "string" ? piece : piece.username)).join("");
}

/**
 * @param {Table.State} state
 * @param {Wire.Message} message
 * @param {Table.Prefs["filter"]} filter
 */
export function isHidden(state, { id, userId, flag }, filter) {
  return flag !== undefined && userId !== state.me && HIDDEN[filter].includes(flag) && !state.ui.unhidden.includes(id);
}

/**
 * Whether a message is for this reader by name.
 * @param {Table.State} state
 * @param {Piece[]} pieces
 */
export function isForMe({ me }, pieces) {
  return pieces.some((piece) => typeof piece !== "string" && piece.userId === me);
}

/**
 * Whether somebody has said nothing for a while today, as anybody may read.
 * @param {Table.State} state
 * @param {Table.Seat} seat
 */
export function isQuiet({ game, chat, now, offset }, { userId, alive, isMe }) {
  if (game?.phase !== "day" || !alive || isMe) return false;
  const said = chat.findLast((message) => message.userId === userId && message.channel === "day");
  return now + offset - Math.max(game.startedAt, said?.at ?? 0) >= SILENCE;
}

/**
 * How long this player has to wait before the next word, in seconds.
 * @param {Table.State} state
 */
export function waitOf({ ui, now, offset }) {
  return Math.max(0, Math.ceil((ui.mutedUntil - now - offset) / 1000));
}

/**
 * Bots have many ways to say a thing, of which each message keeps to one; people have one.
 * @param {Table.State} state
 * @param {Wire.Message} message
 * @returns {Piece[] | null}
 */
function translated(state, { id, userId, phrase: meant }) {
  if (!meant || tongue() === "en") return null;
  const target = seatOf(state, meant.targetId);
  const text = phrase(meant.key, seatOf(state, userId)?.isBot ? wayOf(id) : 0);
  const [first = "", ...rest] = text.split(NAME);
  if (!text || (rest.length > 0 && !target)) return null;
  return [first, ...rest.flatMap((piece) => [/** @type {Table.Seat} */ (target), piece])].filter(Boolean);
}

/** @param {string} id */
function wayOf(id) {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}
