// The receipt of a fair deal: what was told, beside what this browser computes from the seed.

import { html, nothing } from "lit-html";
import { shownRole } from "../roles.js";
import { _ } from "../words.js";
import { nameIn } from "./truth.js";

/**
 * @param {Table.Recap} recap
 * @param {boolean} isNameless whether the ids of the players are not told, which the seal is made of, too
 */
export function receipt(recap, isNameless) {
  const { fairness, receipt: found } = recap;
  return html`<details class="card seal"><summary>${_("Was the deal fair?")}</summary>
    <p>${_("Before the cards were dealt, everybody got this seal. It is the SHA-256 of the seed, the seats and the roles in the pack. Your browser computes it again, and deals the cards again.")}</p>
    <p data-seal>${isNameless ? _("Without the names nobody can check it: the seal is made of the players, too.") : verdict(found)}</p>
    <dl>
      <div><dt>${_("The seal that was given")}</dt><dd><code>${found?.told ?? fairness.commitment}</code></dd></div>
      ${found ? html`<div><dt>${_("The seal that your browser computes")}</dt><dd><code>${found.seal}</code></dd></div>` : nothing}
      <div><dt>${_("Seed")}</dt><dd><code>${fairness.seed}</code></dd></div>
    </dl>
    ${found ? cards(recap, found) : nothing}</details>`;
}

/** @param {Table.Receipt | null} found */
function verdict(found) {
  if (!found) return _("Only over https can a browser check it.");
  if (!found.isSealed) return _("The seal does not fit this deal.");
  return found.isDealt ? _("The seal fits: nobody changed the deal.") : _("The seal fits, but other cards were dealt.");
}

/**
 * @param {Table.Recap} recap
 * @param {Table.Receipt} found
 */
function cards(recap, found) {
  const shown = (/** @type {Wire.Role | null} */ role) => (role ? shownRole({ role }) : "–");
  return html`<div class="votes"><table>
    <caption>${_("The cards, as they were told and as your browser deals them")}</caption>
    <thead><tr><th scope="col">${_("Player")}</th><th scope="col">${_("Told")}</th><th scope="col">${_("Dealt again")}</th></tr></thead>
    <tbody>${found.cards.map(({ userId, told, dealt }) => html`<tr><th scope="row">${nameIn(recap)(userId)}</th>
      <td>${shown(told)}</td><td>${shown(dealt)}${told === dealt ? nothing : html` <strong class="error">${_("differs")}</strong>`}</td></tr>`)}</tbody>
  </table></div>`;
}
