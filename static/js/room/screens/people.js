// What a player can do about another beside the game: mention, mute for oneself, report. Nobody else learns of it.

import { html, nothing } from "lit-html";
import { botMark, glyph } from "../parts/seat.js";
import { report } from "../quips.js";
import { isAlive, screenOf, seatOf, seatsOf } from "../view.js";
import { _ } from "../words.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {{userId: Wire.Id, messageId?: string}} About */

/** @type {() => [string, string][]} */
const REASONS = () => [
  ["insult", _("Insults or hate")],
  ["spam", _("Spam")],
  ["cheating", _("Cheating")],
  ["other", _("Something else")],
];

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function peopleDialog(state, player) {
  const others = seatsOf(state).filter((seat) => !seat.isMe);
  return {
    title: _("The others"),
    body: html`<ul class="marks">${others.map((seat) => html`<li>${glyph(seat.number, true)}
      <span class="name"><bdi>${seat.username}</bdi> ${botMark(seat)}</span>
      ${muting(state, player, seat)} ${seat.isBot ? nothing : reporting(player, seat)}</li>`)}</ul>
      <p class="hint">${_("Only you stop seeing what somebody muted says.")}</p>`,
  };
}

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function personDialog(state, player) {
  const about = aboutOf(state);
  const seat = seatOf(state, about.userId);
  const mention = () => {
    player.do("dialog", { dialog: null });
    player.mention(about.userId);
  };
  const canMention = seat && isAlive(state) && screenOf(state) !== "night";
  return {
    title: nameOf(seat),
    body: html`<div class="row">
      ${canMention ? html`<button class="button" type="button" @click=${mention}>${_("Mention")}</button>` : nothing}
      ${muting(state, player, about)} ${reporting(player, about)}</div>`,
  };
}

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function reportDialog(state, player) {
  const about = aboutOf(state);
  const name = nameOf(seatOf(state, about.userId));
  return {
    title: _("Report {name}?", { name }),
    body: html`<p>${_("Moderators get what was last said here. {name} does not learn of it.", { name })}</p>
      <div class="row">${REASONS().map(([reason, label]) => html`<button class="button" type="button" data-reason=${reason}
        @click=${() => report(player, about, reason)}>${label}</button>`)}</div>`,
  };
}

/**
 * @param {Table.State} state
 * @returns {About}
 */
function aboutOf({ ui: { dialog } }) {
  return dialog && "userId" in dialog ? dialog : { userId: "" };
}

/** @param {Table.Seat | null} seat */
function nameOf(seat) {
  return seat?.username ?? _("Somebody who left");
}

/**
 * @param {Table.State} state
 * @param {Player} player
 * @param {About} about
 */
function muting({ ui }, player, { userId }) {
  const isMuted = ui.muted.includes(userId);
  return html`<button class="button" type="button" data-mute aria-pressed=${isMuted}
    @click=${() => player.do("mute", { userId })}>${isMuted ? _("Muted") : _("Mute")}</button>`;
}

/**
 * @param {Player} player
 * @param {About} about
 */
function reporting(player, { userId, messageId }) {
  return html`<button class="button" type="button" data-report
    @click=${() => player.do("dialog", { dialog: { kind: "report", userId, messageId } })}>${_("Report")}</button>`;
}
