// The screens of those who do not sit at the table: on the way in, removed, closed, opened elsewhere.

import { html, nothing } from "lit-html";
import { _ } from "../words.js";

/** @param {Table.State} state */
export function loading(state) {
  return html`<h2 tabindex="-1">${_("Players")}</h2>
    <p class="quiet">${state.link.status === "open" ? _("Taking your seat.") : _("Connecting.")}</p>`;
}

/** @param {Table.State} state */
export function left({ left: reason }) {
  const told = {
    kicked: [_("The host removed you."), _("You cannot come back to this room. Other tables are open.")],
    left: [_("You left the table."), _("Come back with the same link while the room is open.")],
    game: [_("You left the game."), _("It goes on without you. Other tables are open.")],
    closed: [_("You have no seat here any more."), _("The room is closed, or your seat was given away while you were gone.")],
  }[reason ?? "closed"];
  return notice(told, html`
    ${reason === "kicked" || reason === "game" ? nothing : html`<a class="button" data-tone="primary" href="">${_("Back to the room's door")}</a>`}
    <a class="button" href="/">${_("Find another room")}</a>`);
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
