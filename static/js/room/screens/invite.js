// The sheet that hands a table on: a picture to point a camera at, the link, and the code to say aloud.

import { html } from "lit-html";
import { icon } from "../parts/icon.js";
import { copyCode, copyLink, isCopied, linkOf } from "../share.js";
import { isStreaming } from "../streamer.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function inviteDialog(state, player) {
  const title = _("Invite");
  if (isStreaming()) return { title, body: html`<p>${_("The room code is hidden")}</p>` };
  const code = state.room?.roomCode ?? "";
  return {
    title,
    body: html`
      <img class="qr" src="/r/${code}/qr.svg" width="240" height="240" alt=${_("QR code of the link to this table")}>
      <p class="hint">${_("Point a camera at it, open the link, or type the code.")}</p>
      <div class="field"><label for="invite-link">${_("Link")}</label>
        <input id="invite-link" class="mono" dir="ltr" readonly .value=${linkOf(state)}
          @focus=${(/** @type {Event} */ { target }) => /** @type {HTMLInputElement} */ (target).select()}></div>
      <div class="row">
        ${copying(isCopied(state, _("Link copied")), _("Copy link"), () => copyLink(player))}
        ${copying(isCopied(state, _("Code copied")), _("Copy code"), () => copyCode(player))}
      </div>`,
  };
}

/**
 * @param {boolean} isDone
 * @param {unknown} label
 * @param {() => void} act
 */
function copying(isDone, label, act) {
  return html`<button class="button" type="button" @click=${act}>${isDone ? html`${icon("check")} ${_("Copied")}` : html`${icon("copy")} ${label}`}</button>`;
}
