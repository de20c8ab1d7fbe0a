// What this player alone may know, from the deal to the end; whatever is drawn of it is drawn while the card is held.

import { isMeeting } from "../duties.js";

/** @returns {Table.Secret} */
export function blankSecret() {
  return {
    role: null, allies: [], target: null, inVain: false, acted: null, saves: [], vote: null, done: false, inspections: [],
    shared: null, whisper: "", returned: "", unheard: "",
  };
}

/**
 * A new phase asks anew. Whom a doctor guarded is kept: nobody is guarded two nights in a row.
 * @param {Table.State} state
 * @returns {Table.Secret}
 */
export function turnedSecret(state) {
  const { secret, game } = state;
  const isDoctors = game?.phase === "night" && secret.role === "doctor";
  const saves = isDoctors ? [...secret.saves.slice(0, game.round - 1), isMeeting(state) ? null : secret.acted] : secret.saves;
  return { ...secret, saves, target: null, inVain: false, acted: null, vote: null, done: false, shared: null, unheard: "" };
}

/**
 * The secrets of a snapshot. Whom the partners chose is not what this player tapped, and a tap of this moment stands.
 * @param {Table.Secret} before
 * @param {Wire.You} you
 * @param {boolean} isSame whether the snapshot is of the phase that this page showed
 * @returns {Table.Secret}
 */
export function restoredSecret(before, { role, allies, target, pick, vote, done, inspections, saves }, isSame) {
  const { whisper, returned } = before;
  const mine = isSame && before.target !== null ? before.target : pick;
  const acted = isSame && before.acted === target ? target : null;
  const kept = { whisper, returned, acted, inVain: isSame && before.inVain, shared: isSame ? before.shared : null };
  return { ...blankSecret(), ...kept, role, allies, target: mine, vote, done, inspections, saves };
}
