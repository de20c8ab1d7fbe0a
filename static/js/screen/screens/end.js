// After the game: who has won, who was who, and how to go on.

import { html, nothing } from "lit-html";
import { icon } from "../../room/parts/icon.js";
import { glyph } from "../../room/parts/seat.js";
import { shownRole, sideOf, victoryOf } from "../../room/roles.js";
import { _ } from "../../room/words.js";
import { columnsOf, isCrowded } from "../columns.js";

/** @param {Table.State} state */
export function end({ recap }) {
  if (!recap) return nothing;
  const isMafia = recap.winner === "mafia";
  return html`<div class="still" data-winner=${recap.winner}>
      <span data-side=${recap.winner}>${icon(isMafia ? "mafia" : "villager", "big")}</span>
      <h2>${victoryOf(recap.winner)}</h2>
    </div>
    <ul class="seats" data-columns=${columnsOf(recap.players.length)} ?data-crowded=${isCrowded(recap.players.length)} aria-label=${_("Who was who")}>${recap.players.map((player, at) => card(recap, player, at))}</ul>`;
}

/**
 * @param {Table.Recap} recap
 * @param {Wire.Player} player
 * @param {number} at
 */
function card({ roles }, player, at) {
  const role = roles[player.userId];
  return html`<li class="seat" ?data-out=${!player.alive}>${glyph(at + 1)}
    <span class="who"><span class="name"><bdi>${player.username}</bdi></span>
    ${role ? html`<span class="fate" data-side=${sideOf(role)}>${icon(role)} ${shownRole({ role })}</span>` : nothing}</span></li>`;
}
