// Who was who, and what truly happened, night by night and day by day: told when the game is over.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { botMark, glyph } from "../parts/seat.js";
import { shownRole, sideOf } from "../roles.js";
import { _, listed, ngettext } from "../words.js";

/**
 * @param {Table.Recap} recap
 * @param {Wire.Id | null} me
 */
export function whoWasWho(recap, me) {
  return html`<section aria-labelledby="who"><h2 id="who">${_("Who was who")}</h2>
    <ul class="seats" data-roomy>${recap.players.map((player, at) => {
      const role = recap.roles[player.userId];
      const end = endOf(recap, player);
      return html`<li class="seat" ?data-out=${end !== ""}>${glyph(at + 1)}
        <span class="who"><span class="name"><bdi>${player.username}</bdi>${player.userId === me ? ` (${_("you")})` : ""} ${botMark(player)}</span>
        ${role ? html`<span class="fate" data-side=${sideOf(role)}>${icon(role)} ${shownRole({ role })}</span>` : nothing}
        <span class="fate">${end || _("lived")}</span></span></li>`;
    })}</ul></section>`;
}

/**
 * What took somebody from the table; empty for who lived. The last night's victims are told with the end, not by a seat.
 * @param {Table.Recap} recap
 * @param {Wire.Player} player
 */
function endOf({ stats }, { alive, userId }) {
  const night = stats.nights.find(({ deaths }) => deaths.includes(userId));
  if (night) return _("killed, night {round}", { round: night.round });
  const vote = stats.votes.find(({ eliminatedUserId }) => eliminatedUserId === userId);
  if (vote) return _("voted out, day {round}", { round: vote.round });
  return alive ? "" : _("stayed away");
}

/** @param {Table.Recap} recap */
export function whatHappened(recap) {
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
  const nobody = round === 1 && recap.fairness.setup.firstNight === "meeting" ? _("Mafia only met.") : _("Mafia chose nobody.");
  const told = [
    truth.kill ? _("Mafia chose {name}.", { name: name(truth.kill) }) : nobody,
    truth.save && _("Doctor guarded {name}.", { name: name(truth.save) }),
    truth.inspect && _("Detective checked {name}.", { name: name(truth.inspect) }),
    truth.deaths.length ? _("{names} died.", { names: listed(truth.deaths.map(name)) }) : _("Nobody died."),
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

/** @param {{players: Wire.Player[]}} recap */
export function nameIn({ players }) {
  return (/** @type {Wire.Id} */ userId) => players.find((player) => player.userId === userId)?.username ?? _("somebody");
}
