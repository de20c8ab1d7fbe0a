// The vote: a tap is a vote, and may be moved until the time is over.

import { html, nothing } from "lit-html";
import { choosable, outSeat, pips, plainSeat, presence } from "../parts/seat.js";
import { spokenTags, tags } from "../parts/tags.js";
import { choiceOf, isAlive, living, seatOf, seatsOf } from "../view.js";
import { _, listed, ngettext } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function voting(state, player) {
  const { game, room } = state;
  if (!game || !room) return nothing;
  const seats = seatsOf(state);
  return html`
    <div class="ask">
      <h2 tabindex="-1">${game.candidates ? _("A tie. Who of them leaves?") : _("Who leaves the table?")}</h2>
      <p>${_("{cast} of {living} have voted.", { cast: game.votes.cast, living: living(state).length })}
        ${most(state)} ${room.settings.openVotes ? _("Votes are open.") : _("Who voted for whom stays secret until the end.")}</p>
    </div>
    <ul class="seats">
      ${seats.filter((seat) => seat.alive).map((seat) => card(state, seat, player))}
      ${nobody(state, player)}
      ${seats.filter((seat) => !seat.alive).map(outSeat)}
    </ul>`;
}

/**
 * What the votes will decide.
 * @param {Table.State} state
 */
function most({ game, room }) {
  const isLast = game?.candidates || !room?.settings.runoff;
  return isLast ? _("Most votes decide; a tie sends nobody.") : _("Most votes decide; a tie is voted on once more.");
}

/**
 * @param {Table.State} state
 * @param {Table.Seat} seat
 * @param {import("../player.js").Player} player
 */
function card(state, seat, player) {
  const votes = state.game?.votes.counts[seat.userId] ?? 0;
  const fate = html`${seat.connected ? nothing : html`${presence(seat)} · `}${pips(votes)} ${voters(state, seat.userId)} ${tags(state, seat)}`;
  if (!isAlive(state) || seat.isMe || !stands(state, seat.userId)) return plainSeat(seat, seat.isMe ? html`${_("You")} · ${fate}` : fate);
  const { targetId, how } = choiceOf(state);
  return choosable(seat, {
    fate,
    spoken: [ngettext("{count} vote", "{count} votes", votes), spokenTags(state, seat)].filter(Boolean).join(", "),
    how: targetId === seat.userId ? how : null,
    tap: () => player.tap(seat.userId),
  });
}

/**
 * Whether there is a vote to be had for this one: in a second vote only the tied stand.
 * @param {Table.State} state
 * @param {Wire.Id | "skip"} target
 */
function stands({ game }, target) {
  return !game?.candidates || game.candidates.includes(target);
}

/**
 * Who voted for this seat, where the rules of the table let everybody see it.
 * @param {Table.State} state
 * @param {Wire.Id | null} target
 */
function voters(state, target) {
  const ballots = Object.entries(state.game?.votes.ballots ?? {}).filter(([, chosen]) => chosen === target);
  if (ballots.length === 0) return nothing;
  const names = ballots.map(([voter]) => seatOf(state, voter)?.username ?? "");
  return html`<span>${_("from {names}", { names: listed(names) })}</span>`;
}

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function nobody(state, player) {
  const votes = state.game?.votes.counts["skip"] ?? 0;
  const { targetId, how } = choiceOf(state);
  const isMine = targetId === "skip";
  const inside = html`<span class="glyph" data-shape="none" aria-hidden="true">–</span>
    <span class="who"><span class="name">${_("No one")}</span><span class="fate">${pips(votes)} ${voters(state, null)}</span></span>`;
  if (!isAlive(state) || !stands(state, "skip")) return html`<li class="seat">${inside}</li>`;
  return html`<li><button class="seat" type="button" data-skip data-pick=${isMine ? how : nothing} aria-pressed=${isMine}
    @click=${() => player.vote(null)}>${inside}</button></li>`;
}
