// What this tab knew of its table before it was loaded anew. Public things only: whoever opens the tab finds no card in it.

import { knownOf } from "./state/away.js";

const KEY = "mafia.known";
const CHANGING = /** @type {const} */ (["room", "game", "chat", "heardAt"]);

/** @returns {Table.Known | null} */
export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keep what is known now, where something of it may have changed.
 * @param {Table.State} before
 * @param {Table.State} after
 */
export function remember(before, after) {
  if (CHANGING.every((name) => before[name] === after[name])) return;
  const known = knownOf(after);
  try {
    if (known) sessionStorage.setItem(KEY, JSON.stringify(known));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to compare with: a reload then tells only how things stand.
  }
}
