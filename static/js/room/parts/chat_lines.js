// The lines of the conversation: what was said, what publicly happened between it, and where another game began.

import { html, nothing } from "lit-html";
import { prefs } from "../prefs.js";
import { lineOf } from "../story.js";
import { isForMe, isHidden, mentions, piecesOf } from "../talk.js";
import { unsentOf } from "../unsent.js";
import { mySeat, seatOf } from "../view.js";
import { _ } from "../words.js";
import { botMark, glyph } from "./seat.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {{key: string, at: number, draw: () => unknown}} Line */

/**
 * The whispers of the Mafia are not among them: they are in the role panel.
 * @param {Table.State} state
 * @param {Player} [player]
 * @returns {Line[]}
 */
export function linesOf(state, player) {
  const { filter } = prefs();
  const said = state.chat
    .filter(({ channel, userId }) => channel !== "mafia" && !state.ui.muted.includes(userId))
    .map((message) => ({ key: message.id, at: message.at, draw: () => spoken(state, message, filter, player) }));
  const told = (state.game?.timeline ?? []).map((entry) => toldOf(state, entry)).filter((line) => line !== null);
  const unsent = unsentOf(state, "draft").map(({ ref, text, isLate }) => ({ key: ref, at: Infinity, draw: () => unheard(state, text, isLate) }));
  return [...said, ...told, ...begin(state)].sort((one, other) => one.at - other.at).concat(unsent);
}

/**
 * A public event: a new phase is a mark, what it brought a sentence.
 * @param {Table.State} state
 * @param {Wire.Entry} entry
 * @returns {Line | null}
 */
function toldOf(state, entry) {
  const { kind, round, at } = entry;
  const key = `${kind} ${round} ${at}`;
  if (kind === "night") return { key, at, draw: () => divider(_("Night {round}", { round })) };
  if (kind === "voting") return { key, at, draw: () => divider(_("Vote {round}", { round })) };
  const text = lineOf(state, entry);
  return text ? { key, at, draw: () => html`<p class="told" dir="auto">${text}</p>` } : null;
}

/**
 * Where this game began, if another was talked about before: nothing above the line is about the cards of now.
 * @param {Table.State} state
 * @returns {Line[]}
 */
function begin({ chat, game }) {
  const at = game?.dealtAt ?? 0;
  const hasEarlier = chat.some((message) => message.at < at && (message.channel === "day" || message.channel === "dead"));
  return hasEarlier ? [{ key: "begin", at, draw: () => divider(_("New game"), true) }] : [];
}

/**
 * @param {string} label
 * @param {boolean} [isBegin]
 */
function divider(label, isBegin = false) {
  return html`<div class="begin" role="separator" aria-label=${label} ?data-begin=${isBegin}>${label}</div>`;
}

/**
 * @param {Table.State} state
 * @param {string} text
 * @param {boolean} isLate
 */
function unheard(state, text, isLate) {
  const seat = mySeat(state);
  return html`<div class="message" data-unsent>${face(seat)}
    <div class="words"><span class="from"><bdi>${seat?.username ?? ""}</bdi></span>
      <p dir="auto">${drawn(mentions(state, text))}</p>${isLate ? html`<span class="hint">${_("Not sent yet.")}</span>` : nothing}</div></div>`;
}

/**
 * @param {Table.State} state
 * @param {Wire.Message} message
 * @param {Table.Prefs["filter"]} filter
 * @param {Player} [player]
 */
function spoken(state, message, filter, player) {
  const seat = seatOf(state, message.userId);
  const name = seat?.username ?? _("Somebody who left");
  const isOthers = player && message.userId !== state.me && !seat?.isBot;
  return html`<div class="message" data-channel=${message.channel} ?data-mine=${isForMe(state, piecesOf(state, message))}>
    ${isOthers ? menu(seat, name, message, player) : face(seat)}
    <div class="words"><span class="from"><bdi>${name}</bdi> ${botMark(seat)}</span>
      ${wordsOf(state, message, filter, player)}</div></div>`;
}

/**
 * What was said, or that it is hidden from who does not want to read such words.
 * @param {Table.State} state
 * @param {Wire.Message} message
 * @param {Table.Prefs["filter"]} filter
 * @param {Player} [player]
 */
export function wordsOf(state, message, filter, player) {
  if (!isHidden(state, message, filter)) return html`<p dir="auto">${drawn(piecesOf(state, message), state.me)}</p>`;
  const name = seatOf(state, message.userId)?.username ?? "";
  return html`<p class="veiled">${_("Hidden.")} <button class="button" type="button" data-unhide
    aria-label=${_("Show what {name} said", { name })} @click=${() => player?.do("unhide", { id: message.id })}>${_("Show")}</button></p>`;
}

/**
 * @param {Table.Seat | null} seat
 * @param {string} name
 * @param {Wire.Message} message
 * @param {Player} player
 */
function menu(seat, name, { userId, id }, player) {
  return html`<button class="face" type="button" data-person tabindex="-1" aria-label=${_("{name}: mention, mute or report", { name })}
    @click=${() => player.do("dialog", { dialog: { kind: "person", userId, messageId: id } })}>${faceOf(seat)}</button>`;
}

/** @param {Table.Seat | null} seat */
function face(seat) {
  return html`<span class="face">${faceOf(seat)}</span>`;
}

/** @param {Table.Seat | null} seat */
function faceOf(seat) {
  return seat ? glyph(seat.number) : html`<span class="glyph" data-shape="none" aria-hidden="true">–</span>`;
}

/**
 * @param {import("../talk.js").Piece[]} pieces
 * @param {Wire.Id | null} [me]
 */
function drawn(pieces, me) {
  return pieces.map((piece) => (typeof piece === "string" ? piece : html`<span class="mention" ?data-me=${piece.userId === me}
    >${glyph(piece.number, true)}<bdi>${piece.username}</bdi></span>`));
}
