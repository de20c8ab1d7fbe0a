// A game as the room sees it. At night nothing here moves but the clock: no picture depends on who does what.

import { html, nothing } from "lit-html";
import { icon } from "../../room/parts/icon.js";
import { glyph, outSeat, pips, plainSeat } from "../../room/parts/seat.js";
import { sceneSentences } from "../../room/story.js";
import { living, seatOf, seatsOf } from "../../room/view.js";
import { _, listed, ngettext } from "../../room/words.js";
import { columnsOf, isCrowded } from "../columns.js";

/** @param {Table.State} state */
export function reveal(state) {
  return html`<div class="still">${icon("card", "big")}<h2>${_("Look at your card")}</h2></div>${seats(state)}`;
}

/** @param {Table.State} state */
export function night(state) {
  return html`<div class="still">${icon("moon", "big")}<h2>${_("Look only at your phone")}</h2></div>${seats(state)}`;
}

/** @param {Table.State} state */
export function dawn(state) {
  return scene(state, _("The town wakes."), "sun");
}

/** @param {Table.State} state */
export function out(state) {
  return scene(state, _("The table has voted."), "scales");
}

/** @param {Table.State} state */
export function day(state) {
  return html`<h2>${_("Talk. Someone is lying.")}</h2>${seats(state)}`;
}

/** @param {Table.State} state */
export function voting(state) {
  const { game } = state;
  const stands = (/** @type {string} */ option) => !game?.candidates || game.candidates.includes(option);
  const running = living(state).filter(({ userId }) => stands(userId));
  const others = seatsOf(state).filter(({ userId, alive }) => !alive || !stands(userId));
  const all = running.length + others.length + (stands("skip") ? 1 : 0);
  return html`
    <div class="question"><h2>${game?.candidates ? _("A tie. Who of them leaves?") : _("Who leaves the table?")}</h2>
      <p class="cast">${_("{cast} of {living} have voted.", { cast: game?.votes.cast ?? 0, living: living(state).length })}</p></div>
    <ul class="seats" data-columns=${columnsOf(all)} ?data-crowded=${isCrowded(all)}>
      ${running.map((seat) => plainSeat(seat, tally(state, seat.userId)))}
      ${stands("skip") ? html`<li class="seat"><span class="glyph" data-shape="none" aria-hidden="true">–</span>
        <span class="who"><span class="name">${_("No one")}</span><span class="fate">${tally(state, null)}</span></span></li>` : nothing}
      ${others.map((seat) => (seat.alive ? plainSeat(seat, nothing) : outSeat(seat)))}
    </ul>`;
}

/**
 * The votes for one option, and whose they are where votes are open.
 * @param {Table.State} state
 * @param {Wire.Id | null} option
 */
function tally(state, option) {
  const votes = state.game?.votes;
  const count = votes?.counts[option ?? "skip"] ?? 0;
  if (!votes?.ballots) return pips(count);
  const voters = Object.entries(votes.ballots).filter(([, target]) => target === option).map(([voter]) => seatOf(state, voter));
  const known = voters.filter((seat) => seat !== null);
  return html`${ngettext("{count} vote", "{count} votes", count)} ${known.map(({ number }) => glyph(number, true))}
    ${known.length ? html`<span class="unseen">${_("from {names}", { names: listed(known.map(({ username }) => username)) })}</span>` : nothing}`;
}

/**
 * What has just happened, one card for each who is out.
 * @param {Table.State} state
 * @param {string} heading
 * @param {string} sign
 */
function scene(state, heading, sign) {
  const gone = (state.scene?.deaths ?? []).map(({ userId }) => seatOf(state, userId)).filter((seat) => seat !== null);
  return html`<div class="still">${icon(sign, "big")}<h2>${heading}</h2>
    <ul class="fallen">${gone.map(outSeat)}</ul>
    ${gone.length ? nothing : sceneSentences(state).map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}

/** @param {Table.State} state */
function seats(state) {
  const all = seatsOf(state);
  return html`<ul class="seats" aria-label=${ngettext("{count} of you is left.", "{count} of you are left.", living(state).length)} data-columns=${columnsOf(all.length)} ?data-crowded=${isCrowded(all.length)}>
    ${all.map((seat) => (seat.alive ? plainSeat(seat, seat.connected ? nothing : html`${icon("away")} ${_("Away")}`) : outSeat(seat)))}</ul>`;
}
