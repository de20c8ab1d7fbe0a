// The end: who won, who was who, what truly happened, and one more game.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { botMark, glyph } from "../parts/seat.js";
import { shownRole, sideOf } from "../roles.js";
import { _, ngettext } from "../words.js";
import { ballots } from "./ballots.js";

/** @param {Table.State} state */
export function end({ recap, me }) {
  if (!recap) return nothing;
  const isMafia = recap.winner === "mafia";
  const mine = me ? recap.roles[me] : undefined;
  return html`<div class="story">
    <section class="verdict" data-winner=${recap.winner}>
      <span data-side=${recap.winner}>${icon(isMafia ? "mafia" : "villager", "big")}</span>
      <h2 tabindex="-1">${isMafia ? _("Mafia wins") : _("Town wins")}</h2>
      ${mine ? html`<p>${sideOf(mine) === recap.winner ? _("You were on the winning side.") : _("Not your night. The next one may be.")}</p>` : nothing}
    </section>
    ${whoWasWho(recap, me)} ${whatHappened(recap)} ${ballots(recap)} ${seal(recap)}
  </div>`;
}

/**
 * @param {Table.Recap} recap
 * @param {Wire.Id | null} me
 */
function whoWasWho(recap, me) {
  return html`<section aria-labelledby="who"><h2 id="who">${_("Who was who")}</h2>
    <ul class="seats" data-roomy>${recap.players.map((player, at) => {
      const role = recap.roles[player.userId];
      return html`<li class="seat" ?data-out=${!player.alive}>${glyph(at + 1)}
        <span class="who"><span class="name">${player.username}${player.userId === me ? ` (${_("you")})` : ""} ${botMark(player)}</span>
        ${role ? html`<span class="fate" data-side=${sideOf(role)}>${icon(role)} ${shownRole({ role })}</span>` : nothing}
        <span class="fate">${fate(recap, player)}${role && sideOf(role) === "villagers" ? hits(recap, player.userId) : nothing}</span></span></li>`;
    })}</ul></section>`;
}

/**
 * @param {Table.Recap} recap
 * @param {Wire.Player} player
 */
function fate({ stats }, { alive, userId }) {
  if (alive) return _("lived");
  const night = stats.nights.find(({ deaths }) => deaths.includes(userId));
  if (night) return _("killed, night {round}", { round: night.round });
  const vote = stats.votes.find(({ eliminatedUserId }) => eliminatedUserId === userId);
  return vote ? _("voted out, day {round}", { round: vote.round }) : _("stayed away");
}

/**
 * @param {Table.Recap} recap
 * @param {Wire.Id} userId
 */
function hits({ stats }, userId) {
  const seen = stats.suspicions[userId];
  return seen?.total ? html`, ${_("suspected right {right} of {total}", { right: seen.right, total: seen.total })}` : nothing;
}

/** @param {Table.Recap} recap */
function whatHappened(recap) {
  const rounds = Array.from({ length: recap.stats.rounds }, (_round, at) => at + 1);
  return html`<section class="card" aria-labelledby="story"><h2 id="story">${_("What happened")}</h2>
    <ol class="log">${rounds.map((round) => html`${night(recap, round)}${day(recap, round)}`)}</ol></section>`;
}

/**
 * @param {Table.Recap} recap
 * @param {number} round
 */
function night(recap, round) {
  const truth = recap.stats.nights.find((entry) => entry.round === round);
  if (!truth) return nothing;
  const name = nameIn(recap);
  const told = [
    truth.kill ? _("Mafia chose {name}.", { name: name(truth.kill) }) : _("Mafia chose nobody."),
    truth.save && _("Doctor guarded {name}.", { name: name(truth.save) }),
    truth.inspect && _("Detective checked {name}.", { name: name(truth.inspect) }),
    truth.deaths.length ? _("{names} died.", { names: truth.deaths.map(name).join(", ") }) : _("Nobody died."),
  ];
  return html`<li><strong>${_("Night {round}", { round })}</strong> ${told.filter(Boolean).join(" ")}</li>`;
}

/**
 * @param {Table.Recap} recap
 * @param {number} round
 */
function day(recap, round) {
  const votes = recap.stats.votes.filter((entry) => entry.round === round);
  return votes.map(({ eliminatedUserId, ballots: cast, tie }) => {
    const count = Object.values(cast).filter((target) => target === eliminatedUserId).length;
    const told = eliminatedUserId
      ? ngettext("{name} left with {count} vote.", "{name} left with {count} votes.", count, { name: nameIn(recap)(eliminatedUserId) })
      : tie ? _("A tie. Nobody left.") : _("Nobody left.");
    return html`<li><strong>${_("Day {round}", { round })}</strong> ${told}</li>`;
  });
}

/** @param {Table.Recap} recap */
export function nameIn({ players }) {
  return (/** @type {Wire.Id} */ userId) => players.find((player) => player.userId === userId)?.username ?? _("somebody");
}

/** @param {Table.Recap} recap */
function seal({ fairness, isFair }) {
  const verdict = isFair ? _("The seal fits: nobody changed the deal.") : _("The seal does not fit this deal.");
  return html`<details class="card seal"><summary>${_("Was the deal fair?")}</summary>
    <p>${_("Before the cards were dealt, everybody got this seal. It is the SHA-256 of the seed, the seats and the roles in the pack; your browser has just computed it again, and dealt the same cards.")}</p>
    <p>${_("Seal")}: <code>${fairness.commitment}</code></p>
    <p>${_("Seed")}: <code>${fairness.seed}</code></p>
    <p data-seal>${isFair === null ? _("Only over https can a browser check it.") : verdict}</p></details>`;
}
