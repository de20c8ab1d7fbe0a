// The bar of actions: where things stand in one sentence, the one button that matters now, and the tabs.

import { html, nothing } from "lit-html";
import { barOf } from "../screens/bars.js";
import { isOpen, isAlive, screenOf } from "../view.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

/** @type {() => [Table.Tab, string, string][]} */
const TABS = () => [
  ["table", "table", _("Table")],
  ["chat", "chat", _("Chat")],
  ["role", "card", _("Role")],
  ["notes", "pencil", _("Notes")],
];

class ActionBar extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    const bar = barOf(state, player);
    return html`
      ${bar.status ? html`<p class="status" id="status" data-status>${bar.status}</p>` : nothing}
      ${bar.buttons}
      ${tabs(state, player)}`;
  }
}
customElements.define("action-bar", ActionBar);

/**
 * The tabs that a phone needs on this screen.
 * @param {Table.State} state
 * @returns {Table.Tab[]}
 */
function tabsOf(state) {
  const screen = screenOf(state);
  if (screen === "gathering" || screen === "lobby" || screen === "end") return ["table", "chat"];
  if (screen === "night" || screen === "day" || screen === "voting") {
    return isAlive(state) ? ["table", "chat", "role", "notes"] : ["table", "chat", "role"];
  }
  return [];
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function tabs(state, player) {
  const shown = tabsOf(state);
  if (shown.length === 0) return nothing;
  const { ui } = state;
  return html`<nav class="tabs" aria-label=${_("Panels")}>
    ${TABS().filter(([tab]) => shown.includes(tab)).map(([tab, name, label]) => html`
      <button class="button" type="button" data-go=${tab} aria-pressed=${tabOf(state) === tab} @click=${() => player.do("tab", { tab })}>
        ${icon(name)} ${label} ${tab === "chat" ? badge(ui.unread) : tab === "role" && ui.news ? dot() : nothing}</button>`)}</nav>`;
}

/** @param {number} count */
function badge(count) {
  return count ? html`<span class="badge">${count}<span class="unseen"> ${_("new")}</span></span>` : nothing;
}

/** A sign that says only that it is worth a look. */
function dot() {
  return html`<span class="badge" data-dot><span class="unseen"> ${_("new")}</span></span>`;
}

/**
 * Which panel a phone shows: the chosen one where this screen has it.
 * @param {Table.State} state
 */
export function tabOf(state) {
  return tabsOf(state).includes(state.ui.tab) ? state.ui.tab : "table";
}

/**
 * @param {Table.State} state
 * @param {string} label
 * @param {() => void} press
 * @param {{off?: boolean, tone?: string, pressed?: boolean, name?: string, why?: boolean}} [look] `why`: the sentence above tells why it is off
 */
export function action(state, label, press, { off = false, tone = "primary", pressed, name = "act", why = false } = {}) {
  const isOff = off || !isOpen(state);
  return html`<button class="button" type="button" data-tone=${tone} data-do=${name} aria-pressed=${pressed ?? nothing}
    aria-disabled=${isOff || nothing} aria-describedby=${why ? "status" : nothing} @click=${() => !isOff && press()}>${label}</button>`;
}
