// The role panel: a button to hold, and whatever this player alone may know while it is held.

import { html, nothing } from "lit-html";
import { tonightOf } from "../roles.js";
import { called, isShown, isWasted, seatOf } from "../view.js";
import { _ } from "../words.js";
import { mafiaTalk } from "./mafia_talk.js";
import { Part } from "./part.js";
import { roleCard } from "./role_card.js";

class RolePanel extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    return html`<section class="panel" aria-labelledby="my-role">
      <h2 id="my-role" tabindex="-1">${_("Your role")}</h2>
      ${holdButton(state)}
      ${isShown(state) ? tonight(state) : nothing}
      ${roleCard(state)}
      ${isShown(state) ? secrets(state, player) : nothing}
      <button class="button" data-tone="quiet" type="button" data-keep aria-pressed=${state.ui.kept}
        @click=${() => player.do("keep", { kept: !state.ui.kept })}>${_("Keep open, I am alone")}</button>
    </section>`;
  }
}
customElements.define("role-panel", RolePanel);

/**
 * @param {Table.State} state
 * @param {"" | "primary"} [tone]
 */
export function holdButton(state, tone = "") {
  return html`<button class="button hold" type="button" data-hold data-tone=${tone} aria-pressed=${state.ui.held}>${_("Hold to look")}</button>`;
}

/**
 * What the card asks for at night, and whether it does anything to the pick.
 * @param {Table.State} state
 */
function tonight(state) {
  const words = tonightOf(state);
  if (!words) return nothing;
  const { acted } = state.secret;
  return html`<p class="tonight" data-tonight>${words}</p>
    ${isWasted(state) ? html`<p class="error" data-wasted>${_("Your card does nothing to this player tonight. Choose another.")}
      ${acted ? _("Until then it stays with {seat}.", { seat: called(seatOf(state, acted)) }) : nothing}</p>` : nothing}`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function secrets(state, player) {
  const { inspections, role } = state.secret;
  return html`
    ${inspections.length ? html`<ul class="findings">${inspections.map(({ userId, isMafia }) => html`<li>
      ${called(seatOf(state, userId))}: <strong data-side=${isMafia ? "mafia" : "villagers"}>${isMafia ? _("Mafia") : _("not Mafia")}</strong></li>`)}</ul>` : nothing}
    ${role === "mafia" && state.game?.phase === "night" ? mafiaTalk(state, player) : nothing}`;
}
