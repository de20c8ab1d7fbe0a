// The few buttons of the big screen: its voice, and the whole of the display.

import { html, nothing } from "lit-html";
import { icon } from "../room/parts/icon.js";
import { _ } from "../room/words.js";

const RATES = [0.7, 0.85, 1, 1.15, 1.3];

/** @typedef {{toggle(): void, like(change: Partial<Show.Likes>): void, enlarge(): void}} Hands */

/**
 * @param {import("./speech.js").Speech} speech
 * @param {Hands} hands
 */
export function controls(speech, hands) {
  const { voices, isOn } = speech;
  return html`
    <button class="button" type="button" data-speak aria-pressed=${isOn} aria-disabled=${voices.length ? nothing : "true"}
      aria-describedby=${voices.length ? nothing : "mute"} @click=${() => voices.length && hands.toggle()}>${icon("voice")} ${_("Let it speak")}</button>
    ${voices.length ? nothing : html`<p class="hint" id="mute">${_("This browser has no voice for this language. The captions say it all.")}</p>`}
    ${isOn ? html`${voices.length > 1 ? chosen(speech, hands) : nothing}${pace(speech, hands)}` : nothing}
    ${document.fullscreenEnabled ? html`<button class="button" type="button" data-full @click=${hands.enlarge}>${icon("screen")} ${_("Full screen")}</button>` : nothing}`;
}

/**
 * @param {import("./speech.js").Speech} speech
 * @param {Hands} hands
 */
function chosen({ voices, voice }, hands) {
  return html`<label>${_("Voice")} <select data-voice @change=${(/** @type {Event} */ event) => hands.like({ voice: valueOf(event) })}>
    ${voices.map(({ voiceURI, name }) => html`<option value=${voiceURI} ?selected=${voiceURI === voice}>${name}</option>`)}</select></label>`;
}

/**
 * @param {import("./speech.js").Speech} speech
 * @param {Hands} hands
 */
function pace({ rate }, hands) {
  return html`<label>${_("Speed")} <select data-rate @change=${(/** @type {Event} */ event) => hands.like({ rate: Number(valueOf(event)) })}>
    ${RATES.map((each) => html`<option value=${each} ?selected=${each === rate}>${each * 100} %</option>`)}</select></label>`;
}

/** @param {Event} event */
function valueOf({ target }) {
  return /** @type {HTMLSelectElement} */ (target).value;
}
