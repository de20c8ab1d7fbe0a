// The invitation: the code, read letter by letter, and the link behind it.

import { html } from "lit-html";
import { copyLink, shareLink } from "../share.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

class InviteCard extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw({ room }, player) {
    const code = room?.roomCode ?? "";
    return html`<section class="card" aria-labelledby="invite">
      <h2 id="invite">${_("Invite")}</h2>
      <p class="code mono"><span aria-hidden="true">${code.slice(0, 3)}-${code.slice(3)}</span>
        <span class="unseen">${_("Room code {letters}", { letters: [...code].join(" ") })}</span></p>
      <div class="row">
        <button class="button" data-tone="primary" type="button" data-share @click=${() => shareLink(player)}>${icon("share")} ${_("Share link")}</button>
        <button class="button" type="button" data-copy @click=${() => copyLink(player)}>${icon("copy")} ${_("Copy link")}</button>
      </div>
    </section>`;
  }
}
customElements.define("invite-card", InviteCard);
