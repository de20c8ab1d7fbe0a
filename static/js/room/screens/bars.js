// What the bar of actions says and offers on each screen.

import { html, nothing } from "lit-html";
import { action } from "../parts/actions.js";
import { holdButton } from "../parts/role.js";
import { lateWord } from "../unsent.js";
import { called, choiceOf, isAlive, isPractice, screenOf, seatOf } from "../view.js";
import { _ } from "../words.js";
import { endBar } from "./end_bar.js";
import { gatheringBar } from "./gathering.js";
import { lobbyBar } from "./lobby.js";
import { queueBar } from "./queue.js";

/** @typedef {{status: unknown, buttons: unknown}} Bar */
/** @typedef {(state: Table.State, player: import("../player.js").Player) => Bar} BarOf */

/** @type {Partial<Record<Table.Screen, BarOf>>} */
const BARS = { queue: queueBar, gathering: gatheringBar, lobby: lobbyBar, reveal, night, day, voting, end: endBar };

/** @type {BarOf} */
export function barOf(state, player) {
  return BARS[screenOf(state)]?.(state, player) ?? { status: "", buttons: nothing };
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
  if (!isAlive(state)) return out(state, _("You are out. The dead may talk among themselves."));
  const { targetId, how } = choiceOf(state);
  const seat = called(seatOf(state, targetId));
  const isLocked = how === "locked" || state.pending?.kind === "done";
  const ask = state.ui.looked ? _("Tap one player.") : _("See your role, then tap one player.");
  const label = !targetId ? _("Lock in") : isLocked ? _("Locked in {seat}", { seat }) : _("Lock in {seat}", { seat });
  return {
    status: lateWord(state) || (targetId ? _("You chose {seat}. You can change until the timer ends.", { seat }) : ask),
    buttons: action(state, label, () => player.finish(), { off: !targetId || isLocked || how === "pending", name: "lock" }),
  };
}

/** @type {BarOf} */
function day(state, player) {
  if (!isAlive(state)) return out(state, _("You are out. The dead may talk among themselves."));
  const done = state.secret.done || state.pending?.kind === "done";
  const ask = state.game?.round === 1 ? _("Who is Mafia? Talk, then vote.") : "";
  return {
    status: lateWord(state) || (done ? _("The vote begins when more than half are ready.") : ask),
    buttons: action(state, _("Ready to vote"), () => player.finish(), { off: done, tone: "", pressed: done, name: "done" }),
  };
}

/** @type {BarOf} */
function voting(state) {
  if (!isAlive(state)) return out(state, _("You are out. Watch them decide."));
  const { targetId } = choiceOf(state);
  const name = targetId === "skip" ? _("No one") : called(seatOf(state, targetId));
  return { status: lateWord(state) || (targetId ? html`${_("Your vote:")} <strong>${name}</strong>` : _("Tap to vote.")), buttons: nothing };
}

/**
 * Who is out may watch; nobody has to watch bots.
 * @param {Table.State} state
 * @param {string} status
 * @returns {Bar}
 */
function out(state, status) {
  if (!isPractice(state)) return { status, buttons: nothing };
  return {
    status: _("You are out. The bots play to the end."),
    buttons: html`<button class="button" form="practice" data-practice>${_("Start another game")}</button>`,
  };
}
