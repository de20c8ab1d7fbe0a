// Who voted for whom, as a real table: a row for each voter, a column for each vote.

import { html, nothing } from "lit-html";
import { _ } from "../words.js";

/** @param {Table.Recap} recap */
export function ballots({ stats, players }) {
  if (stats.votes.length === 0) return nothing;
  const names = new Map(players.map(({ userId, username }) => [userId, username]));
  const cell = (/** @type {Wire.VoteStat} */ { ballots: cast }, /** @type {Wire.Id} */ voter) => {
    const target = cast[voter];
    if (target === undefined) return html`<span class="quiet">–</span>`;
    return target === null ? _("No one") : names.get(target) ?? "";
  };
  return html`<section class="card"><h2 id="votes">${_("Votes")}</h2>
    <div class="votes" tabindex="0" role="region" aria-labelledby="votes"><table>
      <caption>${_("Each row is a voter, each column a vote.")}</caption>
      <thead><tr><th scope="col">${_("Voter")}</th>
        ${stats.votes.map(({ round }) => html`<th scope="col">${_("Day {round}", { round })}</th>`)}</tr></thead>
      <tbody>${players.map(({ userId, username }) => html`<tr><th scope="row">${username}</th>
        ${stats.votes.map((vote) => html`<td>${cell(vote, userId)}</td>`)}</tr>`)}</tbody>
    </table></div></section>`;
}
