// What is told by a tap: phrases, whose words are the server's, and reports, which nobody at the table hears of.

import { _, phrase } from "./words.js";

/**
 * Say a quick phrase. Should it come back unsent, it is text.
 * @param {import("./player.js").Player} player
 * @param {Table.Quick} key
 * @param {Table.Seat} [about]
 */
export function quip(player, key, about) {
  const ref = player.send("chat:send", { phrase: { key, ...(about && { targetId: about.userId }) } });
  player.do("said", { ref, text: labelOf(key, `@${about?.number}`), box: "draft" });
}

/**
 * What a phrase says, with a gap for the name.
 * @param {Table.Quick} key
 * @param {string} [name]
 */
export function labelOf(key, name = "…") {
  return (phrase(key, 0, { name }) || key).replace(/…(\u2069?)\.$/, "…$1");
}

/**
 * Tell the moderators of somebody, for one message or for all.
 * @param {import("./player.js").Player} player
 * @param {{userId: Wire.Id, messageId?: string}} about
 * @param {string} reason
 */
export function report(player, { userId, messageId }, reason) {
  player.send("chat:report", { reason, ...(messageId ? { messageId } : { userId }) });
  player.do("dialog", { dialog: null });
  player.do("toast", { text: _("Reported. Moderators read it once the game is over.") });
}
