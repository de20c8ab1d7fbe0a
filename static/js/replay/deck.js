// The deck: what is on the screen at this moment, the scrubber with its chapters, and through whose eyes one looks.

import { html, nothing } from "lit-html";
import { icon } from "../room/parts/icon.js";
import { _ } from "../room/words.js";
import { captionOf, clockOf, titleOf } from "./caption.js";
import { chapterAt } from "./reel.js";
import { table } from "./table.js";

const SPEEDS = [1, 2, 4, 8, 16];

/**
 * @typedef {object} Hands what a watcher can do
 * @property {(count: number) => void} seek
 * @property {(isPlaying: boolean) => void} play
 * @property {(speed: number) => void} hurry
 * @property {(eyes: string) => void} look
 */

/**
 * @param {Replay.Watching} watching
 * @param {Hands} hands
 */
export function deck(watching, hands) {
  const { reel, chapters, count, view } = watching;
  const here = chapters[chapterAt(chapters, count)];
  return html`<section class="card deck" aria-labelledby="deck-title">
    <div class="deck-head"><h2 id="deck-title">${icon(signOf(here))} ${titleOf(here)}</h2>${looking(watching, hands)}</div>
    ${table(view)}
    <p class="caption" role="status" aria-live=${watching.isPlaying ? "off" : "polite"} data-caption>${captionOf(watching)}</p>
    <label class="unseen" for="scrubber">${_("Moment of the game")}</label>
    <input id="scrubber" type="range" min="1" max=${reel.moments.length} step="1" .value=${String(count)} aria-valuetext=${whereOf(watching)}
      @input=${(/** @type {InputEvent} */ { target }) => hands.seek(Number(/** @type {HTMLInputElement} */ (target).value))}>
    <div class="marks-of-chapters" aria-hidden="true">${chapters.map((chapter) => html`<i data-phase=${chapter.phase} .style=${`inset-inline-start: ${share(chapter.count, reel)}%`}></i>`)}</div>
    ${controls(watching, hands)}
    <nav class="chapters" aria-label=${_("Chapters")}>${chapters.map((chapter) => html`<button class="button" type="button"
      aria-current=${chapter === here ? "true" : nothing} @click=${() => hands.seek(chapter.count)}>${titleOf(chapter)}</button>`)}</nav>
    ${reel.isCut ? html`<p class="hint" data-cut>${_("This was a long game: its oldest messages and choices are not kept.")}</p>` : nothing}
  </section>`;
}

/**
 * @param {Replay.Watching} watching
 * @param {Hands} hands
 */
function controls({ reel, count, isPlaying, speed }, hands) {
  const last = reel.moments.length;
  const step = (/** @type {string} */ label, /** @type {number} */ to, /** @type {string} */ sign) => html`<button class="button square" type="button"
    aria-label=${label} data-step=${to > count ? "on" : "back"} aria-disabled=${to < 1 || to > last || nothing} @click=${() => hands.seek(to)}><bdi dir="ltr">${sign}</bdi></button>`;
  return html`<div class="row controls">
    ${step(_("One moment back"), count - 1, "−1")}
    <button class="button" type="button" data-tone="primary" data-play @click=${() => hands.play(!isPlaying)}>${isPlaying ? _("Pause") : _("Play")}</button>
    ${step(_("One moment on"), count + 1, "+1")}
    <label class="speed"><span class="unseen">${_("Speed")}</span><select data-speed @change=${(/** @type {Event} */ { target }) => hands.hurry(Number(/** @type {HTMLSelectElement} */ (target).value))}>
      ${SPEEDS.map((each) => html`<option value=${each} ?selected=${each === speed}>${each}×</option>`)}</select></label></div>`;
}

/**
 * @param {Replay.Watching} watching
 * @param {Hands} hands
 */
function looking({ reel, eyes }, hands) {
  return html`<label class="eyes"><span>${_("See through the eyes of")}</span>
    <select data-eyes @change=${(/** @type {Event} */ { target }) => hands.look(/** @type {HTMLSelectElement} */ (target).value)}>
      <option value="" ?selected=${eyes === ""}>${_("everybody: all is known")}</option>
      <option value="0" ?selected=${eyes === "0"}>${_("somebody who looks on")}</option>
      ${reel.players.map(({ username }, at) => html`<option value=${at + 1} ?selected=${eyes === String(at + 1)}>${at + 1} ${username}</option>`)}</select></label>`;
}

/** @param {Replay.Watching} watching */
function whereOf(watching) {
  const { reel, chapters, count } = watching;
  const parts = [titleOf(chapters[chapterAt(chapters, count)]), clockOf(reel.moments[count - 1]?.[0] ?? 0), captionOf(watching)];
  return parts.filter(Boolean).join(", ");
}

/** @param {Replay.Chapter | undefined} chapter */
function signOf(chapter) {
  return chapter ? { night: "moon", day: "sun", voting: "scales", ended: "crown" }[chapter.phase] : "card";
}

/**
 * @param {number} count
 * @param {Replay.Reel} reel
 */
function share(count, { moments }) {
  return (100 * (count - 1)) / Math.max(1, moments.length - 1);
}
