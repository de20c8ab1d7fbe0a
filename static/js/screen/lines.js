// The narrator's ways to say a thing. Which one is said depends on what everybody knows, and is the same after a reload.

import { _ } from "../room/words.js";

/** @type {Record<string, (() => string)[]>} */
const LINES = {
  welcome: [
    () => _("Welcome. Scan the code with your phone, and sit down."),
    () => _("Come in. Scan the code with your phone, and take a seat."),
  ],
  dealt: [
    () => _("The cards are dealt. Hold the card on your phone to look, and let nobody see it."),
    () => _("Everybody has a card. Hold it on your phone to look, and keep your face still."),
  ],
  night: [
    () => _("Night falls. Close your eyes to the others, and look only at your phone."),
    () => _("The town goes to sleep. Be quiet, and look only at your phone."),
    () => _("It is dark. Say nothing, and look only at your phone."),
  ],
  choose: [
    () => _("Everybody taps one player."),
    () => _("Each of you chooses one player."),
  ],
  meeting: [
    () => _("This first night the Mafia meet, and nobody dies. Everybody taps anyone."),
  ],
  dawn: [
    () => _("The town wakes."),
    () => _("Morning comes. Look up."),
    () => _("The sun rises. Look at each other."),
  ],
  day: [
    () => _("Talk. Someone is lying."),
    () => _("Now talk: whom do you believe?"),
    () => _("Speak up. Who has something to hide?"),
  ],
  voting: [
    () => _("Time to vote. Who leaves the table?"),
    () => _("The talk is over. Vote on your phone: who leaves the table?"),
  ],
  out: [
    () => _("The table has voted."),
    () => _("The votes are counted."),
  ],
  again: [
    () => _("Another game. The same table, new cards."),
    () => _("Once more. Nobody is who they were."),
  ],
};

/**
 * @param {string} kind
 * @param {Table.State} state
 * @returns {string}
 */
export function line(kind, { room, game }) {
  const ways = LINES[kind] ?? [];
  return ways[mixed(`${kind} ${room?.roomId} ${game?.dealtAt} ${game?.round}`) % ways.length]?.() ?? "";
}

/**
 * A number that looks like chance and is none (FNV-1a).
 * @param {string} text
 */
function mixed(text) {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
