// The banner of a lost connection; a hiccup of a second is not worth one.

import { html, nothing } from "lit-html";
import { numbers } from "../numbers.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

const HICCUP = 1000;
const FELT = 10_000;

class ConnectionBanner extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw({ link, isOffline, now, room, queue, heardAt, slowSince }, player) {
    const isDown = (room || queue) && (link.status === "lost" || link.status === "connecting") && (isOffline || now - link.since >= HICCUP);
    const isSlow = link.status === "open" && slowSince !== null && now - slowSince >= FELT;
    if (!isDown) return isSlow ? html`<p class="slow" data-slow>${icon("away")} ${_("Slow connection")}</p>` : nothing;
    const seconds = Math.max(1, Math.ceil((link.retryAt - now) / 1000));
    const left = { seconds: numbers.grace - Math.floor((now - heardAt) / 1000) };
    const kept = left.seconds <= 0 ? "" : queue ? _("Your place is held for {seconds} s.", left) : _("Your seat is held for {seconds} s.", left);
    const told = link.code === 4503 ? _("Updating the game. Back in a moment.")
      : isOffline ? `${_("You are offline.")} ${kept}`
      : link.status === "lost" ? `${_("Connection lost. Trying again in {seconds} s.", { seconds })} ${kept}`
      : `${_("Connection lost. Trying again.")} ${kept}`;
    return html`<section class="banner" aria-label=${_("Connection")} data-banner>
      <p>${icon("away")} ${told}</p>
      <button class="button" type="button" @click=${() => player.connection.open()}>${_("Try now")}</button></section>`;
  }
}
customElements.define("connection-banner", ConnectionBanner);
