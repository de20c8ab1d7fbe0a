// One seat, drawn the same on every screen.

import { html, nothing } from "lit-html";
import { shownRole, sideOf } from "../roles.js";
import { shapeOf } from "../view.js";
import { _, ngettext } from "../words.js";
import { icon } from "./icon.js";

const MARKS = { pending: "", set: "check", locked: "lock" };

/**
 * @param {number} number
 * @param {boolean} [small]
 */
export function glyph(number, small = false) {
  return html`<span class="glyph" data-seat=${number} data-shape=${shapeOf(number)} ?data-small=${small} aria-hidden="true"
    ><span>${number}</span></span>`;
}

/**
 * Nobody is ever in doubt about who is a bot.
 * @param {{isBot: boolean} | null} seat
 */
export function botMark(seat) {
  return seat?.isBot ? html`<span class="bot">${icon("bot")} ${_("Bot")}</span>` : nothing;
}

/**
 * A seat that only shows.
 * @param {Table.Seat} seat
 * @param {unknown} fate what is known of it
 * @param {unknown} [more] a control of its own
 */
export function plainSeat(seat, fate, more = nothing) {
  return html`<li class="seat" ?data-out=${!seat.alive} ?data-away=${!seat.connected}>
    ${glyph(seat.number)}
    <span class="who"><span class="name"><bdi>${seat.username}</bdi> ${botMark(seat)}</span><span class="fate">${fate}</span></span>
    ${more}
  </li>`;
}

/**
 * A seat that can be chosen; `how` is left out where a tap chooses nothing for good.
 * @param {Table.Seat} seat
 * @param {{fate: unknown, spoken?: string, how?: "pending" | "set" | "locked" | null, tap: () => void}} look
 */
export function choosable(seat, { fate, spoken = "", how, tap }) {
  const values = { number: seat.number, name: seat.username };
  const named = seat.isBot ? _("Seat {number}, {name}, bot, alive", values) : _("Seat {number}, {name}, alive", values);
  const heard = [named, seat.isMe && _("You"), !seat.connected && _("Away"), spoken, how && _("your pick")];
  return html`<li>
    <button class="seat" type="button" data-tap=${seat.number} data-pick=${how ?? nothing} aria-pressed=${how === undefined ? nothing : how !== null}
      ?data-away=${!seat.connected} aria-label=${heard.filter(Boolean).join(", ")} @click=${tap}>
      ${glyph(seat.number)}
      <span class="who"><span class="name"><bdi>${seat.username}</bdi> ${botMark(seat)}</span><span class="fate">${fate}</span></span>
      ${how && MARKS[how] ? html`<span class="mark">${icon(MARKS[how])}</span>` : nothing}
    </button>
  </li>`;
}

/**
 * Somebody who is out, and what the table learnt then.
 * @param {Table.Seat} seat
 */
export function outSeat(seat) {
  const role = shownRole(seat);
  return plainSeat(seat, html`${_("Out")}${role ? html` · <span data-side=${seat.side ?? sideOf(seat.role ?? "villager")}>${role}</span>` : nothing}`);
}

/**
 * @param {Table.Seat} seat
 * @param {boolean} [isMe]
 */
export function presence(seat, isMe = seat.isMe) {
  if (!seat.connected) return html`${icon("away")} ${_("Away")}`;
  return isMe ? _("You") : _("Alive");
}

/** @param {number} votes */
export function pips(votes) {
  const drawn = Array.from({ length: Math.min(votes, 8) }, () => html`<i></i>`);
  return html`${votes ? html`<span class="pips" aria-hidden="true">${drawn}</span> ` : nothing}${ngettext("{count} vote", "{count} votes", votes)}`;
}
