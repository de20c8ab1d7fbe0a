// What others changed in the room, told in a short sentence. A table that starts by itself has a host in name only.

import { _, listed, ngettext } from "../words.js";

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
 * The time that a late change of the vote has brought, in a sentence.
 * @param {Table.State} before
 * @param {Table.State} after
 */
export function swingOf({ game: was }, { game: is }) {
  const isVote = is?.phase === "voting" && was?.phase === "voting" && was.round === is.round;
  const seconds = isVote ? Math.round(((is.endsAt ?? 0) - (was.endsAt ?? 0)) / 1000) : 0;
  return seconds > 0 ? ngettext("Late vote: {count} more second.", "Late vote: {count} more seconds.", seconds) : "";
}

/**
 * Who has left a table that is about to begin: a seat that vanishes without a word startles.
 * @param {Wire.Room} was
 * @param {Wire.Room} is
 */
function goneOf(was, is) {
  const here = new Set(is.players.map(({ userId }) => userId));
  const gone = was.players.filter(({ userId }) => !here.has(userId)).map(({ username }) => username);
  return gone.length ? _("{name} left. Looking for somebody else.", { name: listed(gone) }) : "";
}
