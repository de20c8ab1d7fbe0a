// The host's sheet of rules. What it sends is a wish; the server says what holds.

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { away, oddsOf, paceNames, presetOf, shows, timesOf } from "../rules.js";
import { wishedRoom } from "../state/wishes.js";
import { _ } from "../words.js";

/** @type {() => [keyof Wire.Settings, string, number, number][]} */
const TIMES = () => [
  ["nightTime", _("Night, seconds"), 15, 120],
  ["discussionTime", _("Talk, seconds"), 15, 300],
  ["voteTime", _("Vote, seconds"), 10, 120],
  ["revealTime", _("Role card, seconds"), 3, 20],
];

/** @type {() => [string, string][]} */
const PART = () => [["", _("By table size")], ["true", _("In")], ["false", _("Out")]];

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function settingsDialog(state, player) {
  const room = wishedRoom(state);
  if (!room) return { title: "", body: nothing };
  const { settings } = room;
  const odds = oddsOf(settings, room.players.length);
  const change = (/** @type {Event} */ { target }) => wish(/** @type {HTMLInputElement} */ (target), player);
  return {
    title: _("Rules of this table"),
    body: html`<form class="dialog-body" @change=${change} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      ${select("preset", _("Pace"), [["", _("Own")], ...Object.entries(paceNames())], presetOf(settings))}
      <fieldset><legend>${_("Times")}</legend><div class="pair">${TIMES().map(([name, label, least, most]) => html`<div class="field">
        <label for="set-${name}">${label}</label>
        <input id="set-${name}" name=${name} type="number" inputmode="numeric" min=${least} max=${most} required .value=${live(String(settings[name]))}></div>`)}</div></fieldset>
      <fieldset><legend>${_("Roles")}</legend><div class="pair">
        ${select("mafia", _("Mafia"), [["", _("By table size")], ...upTo(7)], String(settings.mafia ?? ""))}
        ${select("detective", _("Detective"), PART(), String(settings.detective ?? ""))}
        ${select("doctor", _("Doctor"), PART(), String(settings.doctor ?? ""))}
        ${select("firstNight", _("First night"), [["", _("By table size")], ["meeting", _("Mafia only meet")], ["kill", _("Mafia may kill")]], settings.firstNight ?? "")}
      </div>${odds ? html`<p class="hint">${odds}</p>` : nothing}</fieldset>
      ${select("revealRoles", _("Who is out shows"), Object.entries(shows()), settings.revealRoles)}
      ${select("absence", _("Who stays away"), Object.entries(away()), settings.absence)}
      ${check("openVotes", _("Open votes: all see who votes for whom"), settings.openVotes)}
      ${check("runoff", _("A tie is voted on once more"), settings.runoff)}
      ${select("maxPlayers", _("Seats"), upTo(16).slice(3), String(room.maxPlayers))}
      ${check("isPublic", _("Public: anyone may join"), room.isPublic)}
      <p class="hint">${_("The start page lists the room with your name while it has a free seat.")}</p>
      <button class="button" data-tone="primary" type="button" @click=${() => player.do("dialog", { dialog: null })}>${_("Done")}</button>
    </form>`,
  };
}

/**
 * @param {number} most
 * @returns {[string, string][]}
 */
function upTo(most) {
  return Array.from({ length: most }, (_one, at) => [String(at + 1), String(at + 1)]);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} chosen
 */
function select(name, label, options, chosen) {
  return html`<div class="field"><label for="set-${name}">${label}</label>
    <select id="set-${name}" name=${name} .value=${live(chosen)}>${options.map(([value, text]) => html`
      <option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select></div>`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {boolean} isOn
 */
function check(name, label, isOn) {
  return html`<label class="check"><input type="checkbox" name=${name} .checked=${live(isOn)}> ${label}</label>`;
}

/**
 * One control, one wish; an impossible number stays here with the browser's own complaint.
 * @param {HTMLInputElement} control
 * @param {import("../player.js").Player} player
 */
export function wish(control, player) {
  if (!control.reportValidity()) return;
  const { name, value, type, checked } = control;
  if (name === "preset" && !value) return;
  const fields = { [name]: valueOf(name, type === "checkbox" ? checked : value) };
  player.wish("rules", "room:settings", fields, name === "preset" ? timesOf(value) : fields);
}

/**
 * @param {string} name
 * @param {string | boolean} raw
 */
function valueOf(name, raw) {
  if (typeof raw === "boolean") return raw;
  if (["mafia", "detective", "doctor", "firstNight"].includes(name) && raw === "") return null;
  if (raw === "true" || raw === "false") return raw === "true";
  return /^\d+$/.test(raw) ? Number(raw) : raw;
}
