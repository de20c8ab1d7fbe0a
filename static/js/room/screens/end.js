// The end: who won, and the whole story of the game. The page of the replay tells the same story.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { sideOf, victoryOf } from "../roles.js";
import { _ } from "../words.js";
import { ballots } from "./ballots.js";
import { numbers } from "./numbers.js";
import { receipt } from "./receipt.js";
import { whatHappened, whoWasWho } from "./truth.js";

/** @param {Table.State} state */
export function end({ recap, me }) {
  if (!recap) return nothing;
  const mine = me ? recap.roles[me] : undefined;
  return html`<div class="story">
    ${verdict(recap.winner, mine ? sideOf(mine) === recap.winner : null)}
    ${story(recap, me)}
  </div>`;
}

/**
 * @param {Table.Recap} recap
 * @param {Wire.Id | null} me
 * @param {boolean} [isNameless]
 */
export function story(recap, me, isNameless = false) {
  return html`${whoWasWho(recap, me)} ${whatHappened(recap)} ${ballots(recap)} ${numbers(recap)} ${receipt(recap, isNameless)}`;
}

/**
 * @param {Wire.Side} winner
 * @param {boolean | null} isMine whether it is the side of who reads this; null for somebody without a side
 */
function verdict(winner, isMine) {
  const isMafia = winner === "mafia";
  return html`<section class="verdict" data-winner=${winner}>
    <span data-side=${winner}>${icon(isMafia ? "mafia" : "villager", "big")}</span>
    <h2 tabindex="-1">${victoryOf(winner)}</h2>
    ${isMine === null ? nothing : html`<p>${isMine ? _("You were on the winning side.") : _("Not your night. The next one may be.")}</p>`}
  </section>`;
}
