// A table of strangers that starts by itself: who is here, and how soon it begins. There is nothing to press.

import { html } from "lit-html";
import { secondsLeft, shownTime } from "../clock.js";
import { icon } from "../parts/icon.js";
import { plainSeat } from "../parts/seat.js";
import { paceOf } from "../rules.js";
import { seatsOf } from "../view.js";
import { _ } from "../words.js";

/** @param {Table.State} state */
export function gathering(state) {
  return html`
    <div class="ask">
      <h2 tabindex="-1">${state.room?.isPublic ? _("Your table is here") : _("Everybody is in")}</h2>
      <p>${state.room ? paceOf(state.room.settings) : ""}</p>
    </div>
    <ul class="seats">${seatsOf(state).map((seat) => plainSeat(seat, seat.connected
      ? [seat.isMe && _("You"), _("Here")].filter(Boolean).join(" · ")
      : html`${icon("away")} ${_("On the way")}`))}</ul>`;
}

/** @param {Table.State} state */
export function gatheringBar(state) {
  const seconds = secondsLeft(state) ?? 0;
  const start = seconds > 0 ? _("Starts in {time}", { time: shownTime(seconds) }) : _("Dealing the cards.");
  return { status: html`<strong data-starts>${start}</strong>`, buttons: "" };
}
