// What happened, in sentences; nothing here tells why nobody died.

import { shownRole } from "./roles.js";
import { called, nameOf, seatOf } from "./view.js";
import { _, ngettext } from "./words.js";

/** @param {Table.State} state */
export function sceneSentences(state) {
  const { scene } = state;
  if (!scene) return [];
  if (scene.kind === "dawn") return dawn(state, scene.deaths);
  const [out] = scene.deaths;
  return [vote(state, { ...out, eliminatedUserId: out?.userId ?? null, tie: scene.tie, counts: scene.counts })];
}

/**
 * @param {Table.State} state
 * @param {Wire.Death[]} deaths
 */
function dawn(state, deaths) {
  if (deaths.length === 0) return [_("Nobody died.")];
  return deaths.map((death) => {
    const name = nameOf(state, death.userId);
    const role = shownRole(death);
    return role ? _("{name} did not wake up. Their card: {role}.", { name, role }) : _("{name} did not wake up.", { name });
  });
}

/**
 * @param {Table.State} state
 * @param {Partial<Wire.Entry>} entry
 */
function vote(state, entry) {
  if (!entry.eliminatedUserId) return entry.tie ? _("A tie. Nobody leaves.") : _("Nobody leaves.");
  const name = nameOf(state, entry.eliminatedUserId);
  const votes = entry.counts?.[entry.eliminatedUserId] ?? 0;
  const leaves = ngettext("{name} leaves, with {count} vote.", "{name} leaves, with {count} votes.", votes, { name });
  const role = shownRole(entry);
  return role ? `${leaves} ${_("Their card: {role}.", { role })}` : leaves;
}

/**
 * A line for the log of public events.
 * @param {Table.State} state
 * @param {Wire.Entry} entry
 */
export function lineOf(state, entry) {
  const { round } = entry;
  switch (entry.kind) {
    case "dawn":
      return `${_("Dawn {round}.", { round })} ${dawn(state, entry.deaths ?? []).join(" ")}`;
    case "vote":
      return `${_("Vote {round}.", { round })} ${vote(state, entry)}`;
    case "out":
      return _("{seat} has left the game.", { seat: called(seatOf(state, entry.eliminatedUserId ?? entry.deaths?.[0]?.userId)) });
    default:
      return "";
  }
}
