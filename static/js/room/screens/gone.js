// The screens of those who do not sit at the table: on the way in, removed, closed, opened elsewhere.

import { html, nothing } from "lit-html";
import { numbers } from "../numbers.js";
import { _ } from "../words.js";

const NO_WAY_BACK = ["kicked", "game"];

/** @param {Table.State} state */
export function loading(state) {
  return html`<h2 tabindex="-1">${_("Players")}</h2>
    <p class="quiet">${state.link.status === "open" ? _("Taking your seat.") : _("Connecting.")}</p>`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function left({ left: reason }, player) {
  const told = {
    kicked: [_("The host removed you."), _("You cannot come back to this room. Other tables are open.")],
    left: [_("You left the table."), _("Come back with the same link while the room is open.")],
    table: [_("You left the table."), _("Come back with the same link while it has a free seat.")],
    game: [_("You left the game."), _("It goes on without you.")],
    queue: [_("The search is over."), _("You do not wait for a table any more.")],
    away: [_("Welcome back."), _("You were away for a while, and a seat waits for {seconds} seconds only. Sit down again.", { seconds: numbers.grace })],
    closed: [_("You have no seat here any more."), _("The room is closed, or your seat was given away while you were gone.")],
  }[reason ?? "closed"];
  return notice(told, html`
    ${reason === "table" ? html`<button class="button" data-tone="primary" form="practice" formaction="/play" data-strangers>${_("Look for another table")}</button>` : nothing}
    ${reason && NO_WAY_BACK.includes(reason) ? nothing : wayBack(reason, player)}
    <a class="button" href="/">${_("Find another room")}</a>`);
}

/**
 * Who was only away needs no door, and keeps the name.
 * @param {Table.State["left"]} reason
 * @param {import("../player.js").Player} player
 */
function wayBack(reason, player) {
  if (reason === "queue") return html`<a class="button" data-tone="primary" href="">${_("Find a table")}</a>`;
  if (reason !== "away") return html`<a class="button" data-tone=${reason === "table" ? "" : "primary"} href="">${_("Back to the room's door")}</a>`;
  return html`<button class="button" data-tone="primary" type="button" data-sit-down @click=${() => player.sitDown()}>${_("Sit down again")}</button>`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function closed({ link }, player) {
  if (link.code === 4409) {
    return notice([_("This game is open in another tab."), _("Only one of them can play. Use it here?")],
      html`<button class="button" data-tone="primary" type="button" data-play-here @click=${() => player.connection.open()}>${_("Play here")}</button>`);
  }
  const told = link.code === 4429
    ? [_("Too fast."), _("This page sent too much at once. Wait a moment, then come back.")]
    : [_("The connection was closed."), _("The site does not let this page go on.")];
  return notice(told, html`<a class="button" data-tone="primary" href="">${_("Try again")}</a>
    <a class="button" href="/">${_("Start page")}</a>`);
}

/**
 * @param {string[]} told
 * @param {unknown} ways
 */
function notice([heading, sentence], ways) {
  return html`<div class="door card"><h2 tabindex="-1">${heading}</h2><p>${sentence}</p>${ways}</div>`;
}
