// The menu: how this person likes the page, and the ways out of it. Nothing in it changes a game.

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { icon } from "../parts/icon.js";
import { isRefused, mayNotify } from "../notify.js";
import { prefer, prefs } from "../prefs.js";
import { play } from "../sound.js";
import { _ } from "../words.js";
import { languageForm } from "./language.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {"sound" | "captions" | "haptics" | "notify" | "streamer" | "keys"} Switch */
/** @typedef {"theme" | "hold" | "filter"} Choice */

/**
 * @param {Table.State} state
 * @param {Player} player
 */
export function menuDialog(state, player) {
  return { title: _("Settings"), body: html`${senses()} ${looks()} ${talk()} ${languageForm()} ${ways(state, player)}` };
}

function senses() {
  return html`<fieldset><legend>${_("Sound and signs")}</legend>
    <div class="level">
      ${check("sound", _("Sounds"))}
      <label class="unseen" for="pref-volume">${_("Volume")}</label>
      <input id="pref-volume" type="range" min="0" max="100" step="5" .value=${live(String(prefs().volume))} @change=${turn}>
    </div>
    ${check("captions", _("Tell sounds in words, too"))}
    ${check("haptics", _("Vibrate"))}
    ${check("notify", _("Tell me when it is my turn"), notify)}
    ${isRefused() ? html`<p class="hint">${_("Your browser does not allow notifications here.")}</p>` : nothing}
  </fieldset>`;
}

function looks() {
  return html`<fieldset><legend>${_("Look and keys")}</legend><div class="pair">
      ${choice("theme", _("Colours"), [["game", _("Follow the game")], ["night", _("Always dark")], ["day", _("Always light")]])}
      ${choice("hold", _("Your card"), [["hold", _("Hold to look")], ["tap", _("Tap to look, tap to hide")]])}
    </div>
    ${check("keys", _("Single keys are shortcuts"))}
  </fieldset>`;
}

function talk() {
  return html`<fieldset><legend>${_("Chat and streaming")}</legend>
    ${choice("filter", _("Rough words"), [["off", _("Show all")], ["mild", _("Hide the rude")], ["strict", _("Hide all that may hurt")]])}
    ${check("streamer", _("Streamer mode: hide the code"))}
  </fieldset>`;
}

/**
 * @param {Table.State} state
 * @param {Player} player
 */
function ways(state, player) {
  const open = (/** @type {Table.Dialog} */ dialog) => () => player.do("dialog", { dialog });
  return html`${state.latency === null ? nothing : html`<p class="hint">${_("Connection: {latency} ms", { latency: state.latency })}</p>`}
    <div class="row">
      <button class="button" type="button" data-keys @click=${open({ kind: "keys" })}>${_("Keyboard")}</button>
      ${state.room ? html`<button class="button" type="button" data-tone="danger" data-leave @click=${open({ kind: "leave" })}>${icon("door")} ${_("Leave the table")}</button>` : nothing}
    </div>`;
}

/**
 * @param {Switch} name
 * @param {string} label
 * @param {(isOn: boolean) => void} [set]
 */
function check(name, label, set = (isOn) => prefer({ [name]: isOn })) {
  const change = (/** @type {Event} */ { target }) => set(/** @type {HTMLInputElement} */ (target).checked);
  return html`<label class="check"><input type="checkbox" data-pref=${name} .checked=${live(prefs()[name])} @change=${change}> ${label}</label>`;
}

/**
 * @param {Choice} name
 * @param {string} label
 * @param {[string, string][]} options
 */
function choice(name, label, options) {
  const choose = (/** @type {Event} */ { target }) => prefer({ [name]: /** @type {HTMLSelectElement} */ (target).value });
  return html`<div class="field"><label for="pref-${name}">${label}</label>
    <select id="pref-${name}" data-pref=${name} @change=${choose}>${options.map(([value, text]) => html`
      <option value=${value} ?selected=${prefs()[name] === value}>${text}</option>`)}</select></div>`;
}

/** The new volume is heard at once. @param {Event} event */
function turn({ target }) {
  prefer({ volume: Number(/** @type {HTMLInputElement} */ (target).value), sound: true });
  play("vote");
}

/** The browser is asked only now; its no leaves the box empty, and is said below it. @param {boolean} isOn */
async function notify(isOn) {
  prefer({ notify: isOn && (await mayNotify()) });
}
