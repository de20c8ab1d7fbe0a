// Where the votes went, as a real table: a row for each voter, a column for each vote; a vote for the Mafia is marked.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { _ } from "../words.js";
import { nameIn } from "./truth.js";

/** @param {Table.Recap} recap */
export function ballots(recap) {
  const { stats, players } = recap;
  if (stats.votes.length === 0) return nothing;
  return html`<section class="card"><h2 id="votes">${_("Votes")}</h2>
    <div class="votes" tabindex="0" role="region" aria-labelledby="votes"><table>
      <caption>${_("Each row is a voter, each column a vote. Votes for the Mafia carry their sign.")}</caption>
      <thead><tr><th scope="col">${_("Voter")}</th>${stats.votes.map((vote, at) => head(vote, stats.votes[at - 1]))}</tr></thead>
      <tbody>${players.map(({ userId, username }) => html`<tr><th scope="row"><bdi>${username}</bdi></th>
        ${stats.votes.map((vote) => html`<td>${cell(recap, vote, userId)}</td>`)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">${_("Left the table")}</th>
        ${stats.votes.map(({ eliminatedUserId }) => html`<td><strong>${eliminatedUserId ? nameIn(recap)(eliminatedUserId) : _("No one")}</strong></td>`)}</tr></tfoot>
    </table></div></section>`;
}

/**
 * @param {Wire.VoteStat} vote
 * @param {Wire.VoteStat | undefined} before
 */
function head({ round }, before) {
  return html`<th scope="col">${before?.round === round ? _("Day {round}, again", { round }) : _("Day {round}", { round })}</th>`;
}

/**
 * @param {Table.Recap} recap
 * @param {Wire.VoteStat} vote
 * @param {Wire.Id} voter
 */
function cell(recap, { ballots: cast }, voter) {
  const target = cast[voter];
  if (target === undefined) return html`<span class="quiet">–</span>`;
  if (target === null) return _("No one");
  const name = nameIn(recap)(target);
  return recap.roles[target] === "mafia" ? html`<span data-side="mafia">${icon("mafia")} ${name}<span class="unseen"> (${_("Mafia")})</span></span>` : name;
}
