// The lines of the conversation: what was said, what publicly happened between it, and where another game began.

import { html } from "lit-html";
import { lineOf } from "../story.js";
import { unsentOf } from "../unsent.js";
import { mySeat, seatOf, seatsOf } from "../view.js";
import { _ } from "../words.js";
import { botMark, glyph } from "./seat.js";

/** @typedef {{key: string, at: number, draw: () => unknown}} Line */

/**
 * The whispers of the Mafia are not among them: they are in the role panel.
 * @param {Table.State} state
 * @returns {Line[]}
 */
export function linesOf(state) {
  const said = state.chat
    .filter(({ channel, userId }) => channel !== "mafia" && !state.ui.muted.includes(userId))
    .map((message) => ({ key: message.id, at: message.at, draw: () => spoken(state, message) }));
  const told = (state.game?.timeline ?? [])
    .map((entry) => ({ entry, text: lineOf(state, entry) }))
    .filter(({ text }) => text)
    .map(({ entry, text }) => ({ key: `${entry.kind} ${entry.round} ${entry.at}`, at: entry.at, draw: () => html`<p class="told">${text}</p>` }));
  const unsent = unsentOf(state, "draft").map(({ ref, text }) => ({ key: ref, at: Infinity, draw: () => unheard(state, text) }));
  return [...said, ...told, ...begin(state)].sort((one, other) => one.at - other.at).concat(unsent);
}

/**
 * Where this game began, if another was talked about before: nothing above the line is about the cards of now.
 * @param {Table.State} state
 * @returns {Line[]}
 */
function begin({ chat, game }) {
  const at = game?.dealtAt ?? 0;
  const hasEarlier = chat.some((message) => message.at < at && (message.channel === "day" || message.channel === "dead"));
  if (!hasEarlier) return [];
  return [{ key: "begin", at, draw: () => html`<div class="begin" role="separator" aria-label=${_("New game")} data-begin>${_("New game")}</div>` }];
}

/**
 * @param {Table.State} state
 * @param {string} text
 */
function unheard(state, text) {
  const seat = mySeat(state);
  return html`<div class="message" data-unsent>
    ${seat ? glyph(seat.number, true) : html`<span></span>`}
    <span class="from">${seat?.username ?? ""}</span>
    <p>${withMentions(state, text)}</p><span class="hint">${_("Not sent yet.")}</span></div>`;
}

/**
 * @param {Table.State} state
 * @param {Wire.Message} message
 */
function spoken(state, { userId, message, channel }) {
  const seat = seatOf(state, userId);
  return html`<div class="message" data-channel=${channel}>
    ${seat ? glyph(seat.number, true) : html`<span></span>`}
    <span class="from">${seat?.username ?? _("Somebody who left")} ${botMark(seat)}</span>
    <p>${withMentions(state, message)}</p></div>`;
}

/**
 * "@4" becomes the name of whoever sits there.
 * @param {Table.State} state
 * @param {string} text
 */
function withMentions(state, text) {
  const seats = seatsOf(state);
  return text.split(/(@\d{1,2}\b)/).map((piece) => {
    const seat = piece.startsWith("@") ? seats[Number(piece.slice(1)) - 1] : undefined;
    return seat ? html`<span class="mention">${seat.number} ${seat.username}</span>` : piece;
  });
}
