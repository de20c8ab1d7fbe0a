// The lines of the conversation: what was said, and between it what publicly happened.

import { html } from "lit-html";
import { lineOf } from "../story.js";
import { seatOf, seatsOf } from "../view.js";
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
  return [...said, ...told].sort((one, other) => one.at - other.at);
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
