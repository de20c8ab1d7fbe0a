// What the small dialogs say: the keys, leaving, removing somebody.

import { html } from "lit-html";
import { nameOf } from "../view.js";
import { _ } from "../words.js";

/** @typedef {import("../player.js").Player} Player */

export function keysDialog() {
  const keys = [
    ["1 – 9, 0", _("Choose a seat; with Shift from 11 on")],
    ["Enter", _("Lock in")],
    ["R", _("Hold to look at your card")],
    ["S", _("Vote for no one")],
    ["T", _("Table")],
    ["C", _("Chat")],
    ["N", _("Notes")],
    ["M", _("Sounds on or off")],
    [".", _("On a seat: trust, unsure, suspect, no mark")],
    ["H, ?", _("This list")],
  ];
  return {
    title: _("Keyboard"),
    body: html`<dl class="keys">${keys.map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd>${text}</dd>`)}</dl>`,
  };
}

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function leaveDialog(state, player) {
  const inGame = state.room?.status === "in_game";
  const leave = () => {
    player.send("room:leave");
    player.do("dialog", { dialog: null });
  };
  return {
    title: _("Leave the table?"),
    body: html`<p>${inGame ? _("The game goes on without you, and you cannot come back to it.") : _("Your seat becomes free.")}</p>
      ${sure(_("Stay"), _("Leave"), leave, player)}`,
  };
}

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function kickDialog(state, player) {
  const userId = state.ui.dialog?.kind === "kick" ? state.ui.dialog.userId : null;
  const name = nameOf(state, userId);
  const kick = () => {
    player.wish("kick", "room:kick", { userId });
    player.do("dialog", { dialog: null });
  };
  return {
    title: _("Remove {name}?", { name }),
    body: html`<p>${_("They cannot come back to this room.")}</p>${sure(_("Keep"), _("Remove"), kick, player)}`,
  };
}

/**
 * The harmless way first: it has the focus.
 * @param {string} no
 * @param {string} yes
 * @param {() => void} act
 * @param {Player} player
 */
function sure(no, yes, act, player) {
  return html`<div class="row">
    <button class="button" type="button" autofocus @click=${() => player.do("dialog", { dialog: null })}>${no}</button>
    <button class="button" type="button" data-tone="danger" data-sure @click=${act}>${yes}</button></div>`;
}
