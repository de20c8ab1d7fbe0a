// What is said without typing: phrases, and the players whom one of them, or a mention, may be about.

import { html, nothing } from "lit-html";
import { labelOf, quip } from "../quips.js";
import { isAlive, seatsOf } from "../view.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { glyph } from "./seat.js";

/** @type {Table.Quick[]} */
const ABOUT_SOMEBODY = ["suspect", "quiet", "trust"];
/** @type {Table.Quick[]} */
const WHOLE = ["why", "hint", "skip"];

/**
 * The one row above the box: phrases first, and whom they are about next.
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function quickRow(state, player) {
  const others = seatsOf(state).filter((seat) => !seat.isMe && seat.alive);
  if (others.length === 0) return nothing;
  return state.ui.picker ? picker(state.ui.picker, others, player) : phrases(state, player);
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function phrases(state, player) {
  const pick = (/** @type {Table.Ui["picker"]} */ what) => () => player.do("picker", { picker: what });
  const isPlaying = state.room?.status === "in_game" && isAlive(state);
  return html`<div class="phrases" role="group" aria-label=${_("Quick phrases")}>
    <button class="button square" type="button" data-quick="mention" aria-label=${_("Mention a player")} @click=${pick("mention")}>@</button>
    ${isPlaying ? [...ABOUT_SOMEBODY.map((key) => button(key, pick(key))), ...WHOLE.map((key) => button(key, () => quip(player, key)))] : nothing}</div>`;
}

/**
 * @param {Table.Quick} key
 * @param {() => void} press
 */
function button(key, press) {
  return html`<button class="button" type="button" data-quick=${key} @click=${press}>${labelOf(key)}</button>`;
}

/**
 * @param {NonNullable<Table.Ui["picker"]>} what
 * @param {Table.Seat[]} others
 * @param {import("../player.js").Player} player
 */
function picker(what, others, player) {
  const close = () => player.do("picker", { picker: null });
  const pick = (/** @type {Table.Seat} */ seat) => {
    close();
    if (what === "mention") player.mention(seat.userId);
    else quip(player, what, seat);
  };
  const label = what === "mention" ? _("Mention a player") : labelOf(what);
  return html`<div class="phrases" role="group" aria-label=${label} data-picker=${what}
    @keydown=${(/** @type {KeyboardEvent} */ { key }) => key === "Escape" && close()}>
    <button class="button square" type="button" aria-label=${_("Back")} @click=${close}>${icon("close")}</button>
    ${others.map((seat) => html`<button class="button" type="button" data-about=${seat.number} @click=${() => pick(seat)}>
      ${glyph(seat.number, true)} <bdi>${seat.username}</bdi></button>`)}</div>`;
}
