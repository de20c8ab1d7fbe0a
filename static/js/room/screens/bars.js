// What the bar of actions says and offers on each screen.

import { html, nothing } from "lit-html";
import { action } from "../parts/actions.js";
import { holdButton } from "../parts/role.js";
import { copy } from "../share.js";
import { called, choiceOf, isAlive, isHost, isOpen, mySeat, screenOf, seatOf, seatsOf } from "../view.js";
import { _, ngettext } from "../words.js";

const FEWEST = 4;
const PATIENCE = 2000;

/** @typedef {{status: unknown, buttons: unknown}} Bar */
/** @typedef {(state: Table.State, player: import("../player.js").Player) => Bar} BarOf */

/** @type {Partial<Record<Table.Screen, BarOf>>} */
const BARS = { lobby, reveal, night, day, voting, end };

/** @type {BarOf} */
export function barOf(state, player) {
  return BARS[screenOf(state)]?.(state, player) ?? { status: "", buttons: nothing };
}

/** @type {BarOf} */
function lobby(state, player) {
  const me = mySeat(state);
  if (!isHost(state)) {
    const ready = me?.ready ?? false;
    const toggle = () => player.send(ready ? "room:unready" : "room:ready");
    return {
      status: ready ? _("Waiting for the host to start.") : _("Tell the others when you are ready."),
      buttons: action(state, ready ? _("Ready - tap to take back") : _("I am ready"), toggle, { pressed: ready, tone: ready ? "" : "primary", name: "ready" }),
    };
  }
  const missing = whatIsMissing(state);
  return {
    status: missing || _("Everybody is ready."),
    buttons: action(state, _("Start game"), () => player.send("room:start"), { off: missing !== "", name: "start" }),
  };
}

/** @param {Table.State} state */
function whatIsMissing(state) {
  const seats = seatsOf(state);
  const few = FEWEST - seats.length;
  if (few > 0) return ngettext("At least 4 players. {count} to go.", "At least 4 players. {count} to go.", few);
  const unready = seats.filter((seat) => !seat.isHost && !seat.ready).length;
  return unready ? ngettext("Waiting for {count} player to be ready.", "Waiting for {count} players to be ready.", unready) : "";
}

/** @type {BarOf} */
function reveal(state, player) {
  const known = () => state.ui.looked && player.do("known");
  return {
    status: "",
    buttons: html`<div class="stacked">${holdButton(state, "primary")}
      <button class="button" type="button" data-do="known" aria-disabled=${!state.ui.looked || nothing} @click=${known}>${_("I know my role")}</button></div>`,
  };
}

/** @type {BarOf} */
function night(state, player) {
  if (!isAlive(state)) return { status: _("You are out. The dead may talk among themselves."), buttons: nothing };
  const { targetId, how } = choiceOf(state);
  const seat = called(seatOf(state, targetId));
  const isLocked = how === "locked" || state.pending?.kind === "done";
  const label = !targetId ? _("Lock in") : isLocked ? _("Locked in {seat}", { seat }) : _("Lock in {seat}", { seat });
  return {
    status: late(state) || (targetId ? _("You chose {seat}. You can change until the timer ends.", { seat }) : _("Tap one player.")),
    buttons: action(state, label, () => player.finish(), { off: !targetId || isLocked || how === "pending", name: "lock" }),
  };
}

/** @type {BarOf} */
function day(state, player) {
  if (!isAlive(state)) return { status: _("You are out. The dead may talk among themselves."), buttons: nothing };
  const done = state.secret.done || state.pending?.kind === "done";
  return {
    status: late(state) || (done ? _("The vote begins when more than half are ready.") : ""),
    buttons: action(state, _("Ready to vote"), () => player.finish(), { off: done, tone: "", pressed: done, name: "done" }),
  };
}

/** @type {BarOf} */
function voting(state) {
  if (!isAlive(state)) return { status: _("You are out. Watch them decide."), buttons: nothing };
  const { targetId } = choiceOf(state);
  const name = targetId === "skip" ? _("No one") : called(seatOf(state, targetId));
  return { status: late(state) || (targetId ? html`${_("Your vote:")} <strong>${name}</strong>` : _("Tap to vote.")), buttons: nothing };
}

/**
 * The server has not answered for a while; the page goes on trying.
 * @param {Table.State} state
 */
function late(state) {
  const isLate = state.pending !== null && (state.now - state.pending.since > PATIENCE || !isOpen(state));
  return isLate ? _("Not sent yet. Retrying.") : "";
}

/** @type {BarOf} */
function end(state, player) {
  const recap = state.recap;
  const tell = () => copy(player, recapText(state), _("Recap copied"));
  const all = seatsOf(state);
  const values = { ready: all.filter((seat) => seat.ready).length, all: all.length };
  const label = state.room?.status === "lobby" ? _("Play again · {ready} of {all} in", values) : _("Play again");
  return {
    status: "",
    buttons: html`<div class="stacked">${action(state, label, () => player.again(), { name: "again" })}
      <div class="row"><button class="button" type="button" data-recap ?hidden=${!recap} @click=${tell}>${_("Share recap")}</button>
      <button class="button" type="button" @click=${() => player.do("dialog", { dialog: { kind: "leave" } })}>${_("Leave")}</button></div></div>`,
  };
}

/** @param {Table.State} state */
function recapText({ recap }) {
  if (!recap) return "";
  const result = recap.winner === "mafia" ? _("Mafia wins") : _("Town wins");
  const rounds = ngettext("after {count} day", "after {count} days", recap.stats.rounds);
  return `${_("Mafia")}: ${result}, ${rounds}. ${location.origin}`;
}
