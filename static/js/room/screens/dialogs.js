// What the small dialogs say: the menu, the keys, leaving, removing somebody.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { prefer, prefs } from "../prefs.js";
import { seatOf } from "../view.js";
import { _ } from "../words.js";

/** @typedef {import("../player.js").Player} Player */

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function menuDialog(state, player) {
  const open = (/** @type {Table.Dialog} */ dialog) => () => player.do("dialog", { dialog });
  return {
    title: _("Menu"),
    body: html`
      ${choice("theme", _("Colours"), [["game", _("Follow the game")], ["night", _("Always dark")], ["day", _("Always light")]], player)}
      ${choice("hold", _("Your card"), [["hold", _("Hold to look")], ["tap", _("Tap to look, tap to hide")]], player)}
      <label class="check"><input type="checkbox" ?checked=${prefs().keys}
        @change=${(/** @type {Event} */ { target }) => prefer({ keys: /** @type {HTMLInputElement} */ (target).checked })}>
        ${_("Single keys are shortcuts")}</label>
      ${state.latency === null ? nothing : html`<p class="hint">${_("Connection: {latency} ms", { latency: state.latency })}</p>`}
      <div class="row">
        <button class="button" type="button" @click=${open({ kind: "keys" })}>${_("Keyboard")}</button>
        ${state.room ? html`<button class="button" type="button" data-tone="danger" data-leave @click=${open({ kind: "leave" })}>${icon("door")} ${_("Leave the table")}</button>` : nothing}
      </div>`,
  };
}

/**
 * @param {"theme" | "hold"} name
 * @param {string} label
 * @param {[string, string][]} options
 * @param {Player} player
 */
function choice(name, label, options, player) {
  const choose = (/** @type {Event} */ { target }) => {
    prefer({ [name]: /** @type {HTMLSelectElement} */ (target).value });
    player.do("tick", { now: Date.now() });
  };
  return html`<div class="field"><label for="pref-${name}">${label}</label>
    <select id="pref-${name}" @change=${choose}>${options.map(([value, text]) => html`
      <option value=${value} ?selected=${prefs()[name] === value}>${text}</option>`)}</select></div>`;
}

export function keysDialog() {
  const keys = [
    ["1 – 9, 0", _("Choose a seat; with Shift from 11 on")],
    ["Enter", _("Lock in")],
    ["R", _("Hold to look at your card")],
    ["S", _("Vote for no one")],
    ["T", _("Table")],
    ["C", _("Chat")],
    ["N", _("Notes")],
    ["?", _("This list")],
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
  const name = seatOf(state, userId)?.username ?? _("somebody");
  const kick = () => {
    player.send("room:kick", { userId });
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
