// What happened while somebody was away: told once, kindly, and put away with a tap.

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
    return html`<section class="away" aria-labelledby="away" data-away-panel>
      <div><h2 id="away">${icon("away")} ${_("While you were away")}</h2><p class="quiet">${absence(state.away)}</p></div>
      <button class="button square" data-tone="quiet" type="button" aria-label=${_("Close")} data-put-away
        @click=${() => player.do("back")}>${icon("close")}</button>
      ${log(lines)}
      <details><summary>${gist(state)}</summary>${log(lines)}</details>
    </section>`;
  }
}
customElements.define("away-panel", AwayPanel);

/** @param {string[]} lines */
function log(lines) {
  return html`<ul class="log">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
