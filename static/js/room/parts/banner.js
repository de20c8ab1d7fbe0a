// The banner of a lost connection; a hiccup of a second is not worth one.

import { html, nothing } from "lit-html";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

const HICCUP = 1000;

class ConnectionBanner extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw({ link, now, room }, player) {
    const isDown = room && (link.status === "lost" || link.status === "connecting") && now - link.since >= HICCUP;
    if (!isDown) return nothing;
    const seconds = Math.max(1, Math.ceil((link.retryAt - now) / 1000));
    const told = link.code === 4503 ? _("Updating the game. Back in a moment.")
      : link.status === "lost" ? _("Connection lost. Trying again in {seconds} s. Your seat is held for 30 s.", { seconds })
      : _("Connection lost. Trying again. Your seat is held for 30 s.");
    return html`<section class="banner" aria-label=${_("Connection")} data-banner>
      <p>${icon("away")} ${told}</p>
      <button class="button" type="button" @click=${() => player.connection.open()}>${_("Try now")}</button></section>`;
  }
}
customElements.define("connection-banner", ConnectionBanner);
