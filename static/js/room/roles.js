// The roles in words; nothing here is drawn before somebody holds the card.

import { isMeeting } from "./duties.js";
import { called, isAlive, seatOf } from "./view.js";
import { _, listed } from "./words.js";

/** @typedef {{name: string, side: string, task: string, wins: string, tonight: string}} Words */

/** @type {Record<Wire.Role, () => Words>} */
const WORDS = {
  mafia: () => ({
    name: _("Mafia"),
    side: _("With the Mafia"),
    task: _("Each night the Mafia choose one victim together. By day you look innocent."),
    wins: _("You win when the Mafia are as many as the rest."),
    tonight: _("Mafia: choose the victim together."),
  }),
  detective: () => ({
    name: _("Detective"),
    side: _("With the town"),
    task: _("Each night, check one player. At dawn you learn whether they are Mafia."),
    wins: _("You win when every Mafia is out."),
    tonight: _("Detective: choose whom to check."),
  }),
  doctor: () => ({
    name: _("Doctor"),
    side: _("With the town"),
    task: _("Each night, guard one player. Yourself only once, and nobody two nights in a row."),
    wins: _("You win when every Mafia is out."),
    tonight: _("Doctor: choose whom to guard."),
  }),
  villager: () => ({
    name: _("Villager"),
    side: _("With the town"),
    task: _("You sleep at night. By day you listen, doubt and vote."),
    wins: _("You win when every Mafia is out."),
    tonight: _("Villager: tap the one you suspect. Nobody sees it before the end."),
  }),
};

/** @param {Wire.Role} role */
export function wordsOf(role) {
  return WORDS[role]();
}

/**
 * What the card asks of a living player this night; empty at other times.
 * @param {Table.State} state
 */
export function tonightOf(state) {
  const { game, secret } = state;
  if (!secret.role || game?.phase !== "night" || !isAlive(state) || isMeeting(state)) return "";
  return wordsOf(secret.role).tonight;
}

/** @param {Wire.Role} role */
export function sideOf(role) {
  return role === "mafia" ? "mafia" : "villagers";
}

/** @param {Wire.Side | undefined} winner */
export function victoryOf(winner) {
  return winner === "mafia" ? _("Mafia wins") : _("Town wins");
}

/**
 * What the table learnt of somebody who is out.
 * @param {{role?: Wire.Role, side?: Wire.Side}} player
 */
export function shownRole({ role, side }) {
  if (role) return WORDS[role]().name;
  if (side) return side === "mafia" ? _("Mafia") : _("Town");
  return "";
}

/**
 * The card read out, for those who hear it.
 * @param {Table.State} state
 */
export function spokenCard(state) {
  const { role, allies } = state.secret;
  if (!role) return "";
  const { name, side, task, wins } = wordsOf(role);
  const names = allies.map((userId) => called(seatOf(state, userId)));
  const partners = names.length ? _("With you: {names}", { names: listed(names) }) : "";
  return [`${name}.`, `${side}.`, task, wins, tonightOf(state), partners].filter(Boolean).join(" ");
}
