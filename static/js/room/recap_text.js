// A finished game as a message for others: with names, or telling neither who played nor who was what.

import { sideOf, victoryOf, wordsOf } from "./roles.js";
import { _, listed, ngettext } from "./words.js";

/** @type {Wire.Role[]} */
const ROLES = ["mafia", "detective", "doctor"];

/**
 * @param {Table.Recap} recap
 * @param {{isNamed: boolean, origin: string}} wish
 */
export function recapText(recap, { isNamed, origin }) {
  const lines = [headline(recap), victoryOf(recap.winner), ...(isNamed ? cast(recap) : []), linkLine(recap, isNamed, origin)];
  return lines.filter(Boolean).join("\n");
}

/** @param {Table.Recap} recap */
function headline({ stats, players }) {
  const rounds = ngettext("{count} round", "{count} rounds", stats.rounds);
  const seats = ngettext("{count} player", "{count} players", players.length);
  return _("A game of Mafia: {players}, {rounds}", { players: seats, rounds });
}

/** @param {Table.Recap} recap */
function cast({ players, roles }) {
  const of = (/** @type {(role: Wire.Role) => boolean} */ isIt) => players.filter(({ userId }) => isIt(roles[userId] ?? "villager")).map(({ username }) => username);
  const special = ROLES.map((role) => ({ role: wordsOf(role).name, names: of((each) => each === role) }));
  const others = { role: _("Villagers"), names: of((each) => sideOf(each) === "villagers" && !ROLES.includes(each)) };
  return [...special, others].filter(({ names }) => names.length).map(({ role, names }) => _("{role}: {names}", { role, names: listed(names) }));
}

/**
 * A link at which nobody has a name, where none is to be told; and never one from which the names could be had.
 * @param {Table.Recap} recap
 * @param {boolean} isNamed
 * @param {string} origin
 */
function linkLine({ links }, isNamed, origin) {
  const path = isNamed ? links?.named : links?.nameless;
  return path ? _("See it again: {link}", { link: `${origin}${path}` }) : origin;
}
