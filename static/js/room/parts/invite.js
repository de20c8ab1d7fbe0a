// The invitation: the code, read letter by letter, and the ways to hand it on. A stream shows none of it, and where
// strangers may come nobody looks on.

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { prefer } from "../prefs.js";
import { copyLink, isCopied, openSheet, shareLink } from "../share.js";
import { MASK, isStreaming, spelled } from "../streamer.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

class InviteCard extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    const code = state.room?.roomCode ?? "";
    const isHidden = isStreaming();
    const hide = (/** @type {Event} */ { target }) => prefer({ streamer: /** @type {HTMLInputElement} */ (target).checked });
    return html`<section class="card" aria-labelledby="invite">
      <h2 id="invite">${_("Invite")}</h2>
      <p class="code mono"><span aria-hidden="true">${isHidden ? MASK : spelled(code)}</span>
        <span class="unseen">${isHidden ? _("The room code is hidden") : _("Room code {letters}", { letters: [...code].join(" ") })}</span></p>
      <div class="row">
        <button class="button" data-tone="primary" type="button" data-share @click=${() => shareLink(player)}>${icon("share")} ${_("Share link")}</button>
        <button class="button" type="button" data-copy @click=${() => copyLink(player)}>${isCopied(state, _("Link copied"))
          ? html`${icon("check")} ${_("Copied")}` : html`${icon("copy")} ${_("Copy link")}`}</button>
        ${isHidden ? nothing : html`
          <button class="button" type="button" data-qr @click=${() => openSheet(player)}>${icon("qr")} ${_("Show QR code")}</button>
          ${state.room?.isPublic ? nothing : html`<a class="button" href="/r/${code}/screen" target="_blank" data-screen-link>${icon("eye")} ${_("Show on a big screen")}</a>`}`}
      </div>
      <label class="check"><input type="checkbox" data-streamer .checked=${live(isHidden)} @change=${hide}>
        ${_("Streamer mode: hide the code")}</label>
    </section>`;
  }
}
customElements.define("invite-card", InviteCard);
