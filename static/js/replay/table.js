// The table as it stood at a moment, through somebody's eyes: the seats, what was said, and what they alone knew.

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { icon } from "../room/parts/icon.js";
import { glyph, pips, plainSeat } from "../room/parts/seat.js";
import { prefs } from "../room/prefs.js";
import { shownRole, sideOf } from "../room/roles.js";
import { isHidden, piecesOf } from "../room/talk.js";
import { called, seatOf, seatsOf } from "../room/view.js";
import { _ } from "../room/words.js";

const SHOWN = 60;

/** @param {Replay.View} view */
export function table(view) {
  return html`<ul class="seats" aria-label=${_("Seats")}>${seatsOf(view.state).map((seat) => plainSeat(seat, fate(view, seat)))}</ul>
    <div class="replay-talk" role="log" aria-live="off" tabindex="0" aria-label=${_("Messages")}>
      ${view.state.chat.length ? nothing : html`<p class="quiet">${_("Messages")}</p>`}
      ${repeat(view.state.chat.slice(-SHOWN), ({ id }) => id, (message) => said(view.state, message))}</div>`;
}

/**
 * What there is to know of a seat: its card, whom it chose, what it found, and the votes for it.
 * @param {Replay.View} view
 * @param {Table.Seat} seat
 */
function fate({ state, truth }, seat) {
  const { secret, game } = state;
  const pick = seat.isMe ? (game?.phase === "voting" ? secret.vote : secret.target) : truth.picks[seat.userId] ?? null;
  const votes = game?.phase === "voting" ? game.votes.counts[seat.userId] ?? 0 : 0;
  const card = cardOf({ state, truth }, seat);
  return html`${seat.alive ? nothing : html`<span>${_("Out")}</span>`}
    ${card ? html`<span data-side=${card.side}>${card.role ? icon(card.role) : nothing} ${card.name}</span>` : nothing}
    ${votes ? pips(votes) : nothing}
    ${pick ? html`<span class="pick"><span class="unseen">${_("chose")} </span><span aria-hidden="true">→</span> ${pick === "skip" ? _("No one") : called(seatOf(state, pick))}</span>` : nothing}`;
}

/**
 * @param {Replay.View} view
 * @param {Table.Seat} seat
 * @returns {{role: Wire.Role | null, side: string, name: string} | null}
 */
function cardOf({ state, truth }, { userId, isMe, role, side }) {
  const { secret } = state;
  const own = isMe ? secret.role : secret.allies.includes(userId) ? "mafia" : null;
  const known = truth.roles[userId] ?? own ?? role;
  if (known) return { role: known, side: sideOf(known), name: shownRole({ role: known }) };
  if (side) return { role: null, side, name: shownRole({ side }) };
  const found = secret.inspections.find((each) => each.userId === userId);
  if (!found) return null;
  return found.isMafia ? { role: null, side: "mafia", name: _("Mafia") } : { role: null, side: "villagers", name: _("not Mafia") };
}

/**
 * @param {Table.State} state
 * @param {Wire.Message} message
 */
function said(state, message) {
  const { userId, channel } = message;
  const seat = seatOf(state, userId);
  const heard = { mafia: _("only the Mafia hear it"), dead: _("only the dead hear it"), day: "", lobby: "" }[channel];
  return html`<div class="line" data-channel=${channel}>${seat ? glyph(seat.number, true) : html`<span></span>`}
    <p><strong>${seat?.username ?? _("Somebody who left")}</strong>${heard ? html` <span class="hint">${heard}</span>` : nothing}<br>${words(state, message)}</p></div>`;
}

/**
 * In the reader's language where the words are a phrase, and not at all where the reader does not want such words.
 * @param {Table.State} state
 * @param {Wire.Message} message
 */
function words(state, message) {
  if (isHidden(state, message, prefs().filter)) return _("Hidden.");
  return piecesOf(state, message).map((piece) => (typeof piece === "string" ? piece : html`<bdi class="mention">${called(piece)}</bdi>`));
}
