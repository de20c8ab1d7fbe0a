// The lobby: who sits here, who is ready, and by which rules the table will play.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { plainSeat } from "../parts/seat.js";
import { paceOf, rulesOf } from "../rules.js";
import { shareLink } from "../share.js";
import { isHost, seatsOf } from "../view.js";
import { _, ngettext } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function lobby(state, player) {
  const seats = seatsOf(state);
  const free = (state.room?.maxPlayers ?? 0) - seats.length;
  return html`
    <h2 tabindex="-1">${_("Players")}</h2>
    <ul class="seats" ?data-roomy=${isHost(state)}>
      ${seats.map((seat) => plainSeat(seat, fate(seat), isHost(state) && !seat.isMe ? kick(seat, player) : nothing))}
      ${free > 0 ? html`<li><button class="seat" data-open type="button" @click=${() => shareLink(player)}>
        ${icon("share")} <span>${ngettext("{count} open seat", "{count} open seats", free)}</span></button></li>` : nothing}
    </ul>
    ${rules(state, player)}`;
}

/** @param {Table.Seat} seat */
function fate(seat) {
  const tags = [seat.isMe && _("You"), seat.isHost && _("Host"), seat.isBot && _("Bot")].filter(Boolean);
  if (!seat.isHost) tags.push(seat.ready ? _("Ready") : _("Not ready"));
  return html`${seat.connected ? nothing : html`${icon("away")} ${_("Away")} · `}${tags.join(" · ")}`;
}

/**
 * @param {Table.Seat} seat
 * @param {import("../player.js").Player} player
 */
function kick(seat, player) {
  return html`<button class="button square" data-tone="quiet" type="button" data-kick=${seat.number}
    aria-label=${_("Remove {name}", { name: seat.username })}
    @click=${() => player.do("dialog", { dialog: { kind: "kick", userId: seat.userId } })}>${icon("close")}</button>`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function rules(state, player) {
  const settings = state.room?.settings;
  if (!settings) return nothing;
  return html`<section class="card setup" aria-labelledby="rules">
    <h2 id="rules">${_("Rules of this table")}</h2>
    <p>${paceOf(settings)}</p>
    <dl class="facts">${rulesOf(settings).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    ${isHost(state) ? html`<button class="button" type="button" data-settings
      @click=${() => player.do("dialog", { dialog: { kind: "settings" } })}>${icon("gear")} ${_("Change the rules")}</button>` : nothing}
  </section>`;
}
