// What has just happened, told once to everybody: at dawn, and after the vote.

import { html, nothing } from "lit-html";
import { icon } from "../parts/icon.js";
import { glyph, outSeat } from "../parts/seat.js";
import { sceneSentences } from "../story.js";
import { nameOf, seatOf } from "../view.js";
import { _, listed, ngettext } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function scene(state, player) {
  const { scene: shown } = state;
  if (!shown) return nothing;
  const gone = shown.deaths.map(({ userId }) => seatOf(state, userId)).filter((seat) => seat !== null);
  return html`<div class="scene" data-scene=${shown.kind}>
    ${icon(shown.kind === "dawn" ? "sun" : "scales", "big")}
    <h2 tabindex="-1">${shown.kind === "dawn" ? _("The town wakes.") : _("The table has voted.")}</h2>
    ${gone.map(fallen)}
    ${sceneSentences(state).map((sentence) => html`<p>${sentence}</p>`)}
    ${gone.some((seat) => seat.isMe) ? html`<p><strong>${_("You are out. Stay and talk with the dead, or leave: it costs you nothing.")}</strong></p>` : nothing}
    ${shown.kind === "out" ? tally(state, shown, player) : nothing}
    <button class="button" type="button" data-go-on @click=${() => player.do("skip")}>${_("Go on")}</button>
  </div>`;
}

/**
 * The seat turns face down: what it was lies above what it is now.
 * @param {Table.Seat} seat
 */
function fallen(seat) {
  return html`<ul class="fallen"><li class="seat" aria-hidden="true">${glyph(seat.number)}
    <span class="who"><span class="name"><bdi>${seat.username}</bdi></span><span class="fate">${_("Alive")}</span></span></li>${outSeat(seat)}</ul>`;
}

/**
 * How many voted for whom; who they were, where the rules of the table let everybody see it.
 * @param {Table.State} state
 * @param {Table.Scene} scene
 * @param {import("../player.js").Player} player
 */
function tally(state, { counts }, player) {
  const rows = Object.entries(counts).sort(([, one], [, other]) => other - one);
  if (rows.length === 0) return nothing;
  return html`<details class="tally" data-tally @toggle=${() => player.do("linger")}><summary>${_("How the table voted")}</summary>
    <ul class="log">${rows.map(([target, count]) => html`<li>${row(state, target, count)}</li>`)}</ul></details>`;
}

/**
 * @param {Table.State} state
 * @param {string} target
 * @param {number} count
 */
function row(state, target, count) {
  const name = target === "skip" ? _("No one") : nameOf(state, target);
  const told = ngettext("{name}: {count} vote", "{name}: {count} votes", count, { name });
  const ballots = Object.entries(state.game?.votes.ballots ?? {}).filter(([, chosen]) => (chosen ?? "skip") === target);
  const names = ballots.map(([voter]) => seatOf(state, voter)?.username ?? "");
  return names.length ? html`${told} <span class="quiet">${_("from {names}", { names: listed(names) })}</span>` : told;
}
