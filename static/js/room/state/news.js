// What others changed in the room, told in a short sentence. A table that starts by itself has a host in name only.

import { _ } from "../words.js";

/**
 * @param {Table.State} before
 * @param {Table.State} after
 * @returns {string} empty when there is nothing to tell
 */
export function newsOf({ room: was, me }, { room: is }) {
  if (!was || !is || was.roomId !== is.roomId) return "";
  if (is.startsAt) return goneOf(was, is);
  if (was.hostId !== is.hostId) {
    const host = is.players.find(({ userId }) => userId === is.hostId);
    return is.hostId === me ? _("You are host now.") : _("{name} is host now.", { name: host?.username ?? _("somebody") });
  }
  const changed = JSON.stringify(was.settings) !== JSON.stringify(is.settings);
  return changed && is.hostId !== me ? _("The host changed the rules.") : "";
}

/**
 * Who has left a table that is about to begin: a seat that vanishes without a word startles.
 * @param {Wire.Room} was
 * @param {Wire.Room} is
 */
function goneOf(was, is) {
  const here = new Set(is.players.map(({ userId }) => userId));
  const gone = was.players.filter(({ userId }) => !here.has(userId)).map(({ username }) => username);
  return gone.length ? _("{name} left. Looking for somebody else.", { name: gone.join(", ") }) : "";
}
