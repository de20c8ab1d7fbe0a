// Before the game: how to come in, who is in, and what is still missing.

import { html, nothing } from "lit-html";
import { numbers } from "../../room/numbers.js";
import { icon } from "../../room/parts/icon.js";
import { glyph, plainSeat } from "../../room/parts/seat.js";
import { spelled } from "../../room/streamer.js";
import { seatsOf } from "../../room/view.js";
import { _, ngettext } from "../../room/words.js";
import { columnsOf, isCrowded } from "../columns.js";
import { hostOf, isReady } from "../company.js";

/**
 * @param {Table.State} state
 * @param {Show.State} show
 */
export function lobby(state, show) {
  const seats = seatsOf(state);
  const open = Math.max(0, Math.min(numbers.fewest, state.room?.maxPlayers ?? 0) - seats.length);
  return html`
    ${show.isHidden ? nothing : door(state, show)}
    <section class="company" aria-labelledby="company">
      <h2 id="company">${_("{taken} of {seats}", { taken: seats.length, seats: state.room?.maxPlayers ?? 0 })}</h2>
      <ul class="seats" data-columns=${columnsOf(seats.length + open, true)} ?data-crowded=${isCrowded(seats.length)}>
        ${seats.map((seat) => plainSeat(seat, fate(seat)))}
        ${Array.from({ length: open }, (_seat, at) => html`<li class="seat" data-open>${glyph(seats.length + at + 1)} <span>${_("Open seat")}</span></li>`)}
      </ul>
      <p class="missing">${missing(state)}</p>
    </section>`;
}

/**
 * @param {Table.State} state
 * @param {Show.State} show
 */
function door({ room }, { address }) {
  const code = room?.roomCode ?? "";
  return html`<section class="way-in" aria-labelledby="way-in">
    <h2 id="way-in">${_("Scan to sit down")}</h2>
    <img class="qr" src="/r/${code}/qr.svg" alt=${_("QR code of this table")}>
    <p class="code mono"><span aria-hidden="true">${spelled(code)}</span>
      <span class="unseen">${_("Room code {letters}", { letters: [...code].join(" ") })}</span></p>
    <p class="address">${_("or type {address}", { address })}</p>
  </section>`;
}

/** @param {Table.Seat} seat */
function fate(seat) {
  if (!seat.connected) return html`${icon("away")} ${_("Away")}`;
  if (seat.isHost) return _("Host");
  return seat.ready ? html`${icon("check")} ${_("Ready")}` : _("Not ready");
}

/** @param {Table.State} state */
function missing(state) {
  const seats = seatsOf(state);
  const few = numbers.fewest - seats.length;
  if (few > 0) return ngettext("{count} more player is needed.", "{count} more players are needed.", few);
  if (isReady(state)) return _("Everybody is ready. {name} may start the game.", { name: hostOf(state) });
  const unready = seats.filter(({ isHost, ready }) => !isHost && !ready).length;
  return ngettext("Waiting for {count} player to be ready.", "Waiting for {count} players to be ready.", unready);
}
