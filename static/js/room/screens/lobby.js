// The lobby: who sits here, who is ready, and by which rules the table will play.

import { html, nothing } from "lit-html";
import { numbers } from "../numbers.js";
import { action } from "../parts/actions.js";
import { icon } from "../parts/icon.js";
import { plainSeat } from "../parts/seat.js";
import { paceOf, rulesOf } from "../rules.js";
import { shareLink } from "../share.js";
import { wishOf } from "../state/wishes.js";
import { lateWord } from "../unsent.js";
import { isHost, mySeat, seatsOf } from "../view.js";
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
      ${seats.map((seat) => plainSeat(seat, fate(state, seat), isHost(state) && !seat.isMe ? removal(seat, player) : nothing))}
      ${free > 0 && isHost(state) ? html`<li><button class="seat" data-open type="button" data-add-bot @click=${() => player.wish("bot", "room:addBot")}>
        ${icon("bot")} <span>${wishOf(state, "bot") ? _("A bot is coming") : _("Add a bot")}</span></button></li>` : nothing}
      ${free > 0 ? html`<li><button class="seat" data-open type="button" @click=${() => shareLink(player)}>
        ${icon("share")} <span>${ngettext("{count} open seat", "{count} open seats", free)}</span></button></li>` : nothing}
    </ul>
    ${rules(state, player)}`;
}

/**
 * @param {Table.State} state
 * @param {Table.Seat} seat
 */
function fate(state, seat) {
  if (wishOf(state, "kick")?.["userId"] === seat.userId) return _("Leaving");
  const tags = [seat.isMe && _("You"), seat.isHost && _("Host")].filter(Boolean);
  if (!seat.isHost) tags.push(isReady(state, seat) ? _("Ready") : _("Not ready"));
  return html`${seat.connected ? nothing : html`${icon("away")} ${_("Away")} · `}${tags.join(" · ")}`;
}

/**
 * A bot minds nothing, so nobody is asked twice.
 * @param {Table.Seat} seat
 * @param {import("../player.js").Player} player
 */
function removal(seat, player) {
  const { userId, isBot } = seat;
  const remove = () => (isBot ? player.wish("kick", "room:removeBot", { userId }) : player.do("dialog", { dialog: { kind: "kick", userId } }));
  return html`<button class="button square" data-tone="quiet" type="button" data-kick=${seat.number}
    aria-label=${_("Remove {name}", { name: seat.username })}
    @click=${remove}>${icon("close")}</button>`;
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
    ${state.room?.isPublic ? html`<p class="quiet">${_("Public: anyone may join")}</p>` : nothing}
    <p>${paceOf(settings)}</p>
    <dl class="facts">${rulesOf(settings).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    ${isHost(state) ? html`<button class="button" type="button" data-settings
      @click=${() => player.do("dialog", { dialog: { kind: "settings" } })}>${icon("gear")} ${_("Change the rules")}</button>` : nothing}
  </section>`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function lobbyBar(state, player) {
  if (!isHost(state)) return guestBar(state, player);
  const missing = whatIsMissing(state);
  const isStarting = wishOf(state, "start") !== null;
  return {
    status: lateWord(state) || (isStarting ? _("Dealing the cards.") : missing || _("Everybody is ready.")),
    buttons: action(state, _("Start game"), () => player.wish("start", "room:start"), { off: missing !== "" || isStarting, name: "start", why: true }),
  };
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function guestBar(state, player) {
  const seat = mySeat(state);
  const ready = seat !== null && isReady(state, seat);
  const toggle = () => player.wish("ready", ready ? "room:unready" : "room:ready", {}, { ready: !ready });
  return {
    status: lateWord(state) || (ready ? _("Waiting for the host to start.") : _("Tell the others when you are ready.")),
    buttons: action(state, ready ? _("Ready - tap to take back") : _("I am ready"), toggle, { pressed: ready, tone: ready ? "" : "primary", name: "ready" }),
  };
}

/**
 * Whether somebody is ready; of oneself, as one has just said.
 * @param {Table.State} state
 * @param {Table.Seat} seat
 */
function isReady(state, { isMe, ready }) {
  const wish = isMe ? wishOf(state, "ready") : null;
  return wish ? wish["ready"] === true : ready;
}

/** @param {Table.State} state */
function whatIsMissing(state) {
  const seats = seatsOf(state);
  const { fewest } = numbers;
  const few = fewest - seats.length;
  if (few > 0) return ngettext("At least {fewest} players. {count} to go.", "At least {fewest} players. {count} to go.", few, { fewest });
  const unready = seats.filter((seat) => !seat.isHost && !seat.ready).length;
  return unready ? ngettext("Waiting for {count} player to be ready.", "Waiting for {count} players to be ready.", unready) : "";
}
