// What happened while somebody was away: one line over the table, which opens, and is put away with a tap.

import { html, nothing } from "lit-html";
import { absence, gist, meanwhile } from "../meanwhile.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

class AwayPanel extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    const lines = state.link.status === "closed" ? [] : meanwhile(state);
    if (!state.away || lines.length === 0) return nothing;
    return html`<section class="away" aria-label=${_("While you were away")} data-away-panel>
      <details><summary>${gist(state)}</summary>
        <p class="quiet">${absence(state.away)}</p>
        <ul class="log">${lines.map((line) => html`<li>${line}</li>`)}</ul></details>
      <button class="button square" data-tone="quiet" type="button" aria-label=${_("Close")} data-put-away
        @click=${() => player.do("back")}>${icon("close")}</button>
    </section>`;
  }
}
customElements.define("away-panel", AwayPanel);
