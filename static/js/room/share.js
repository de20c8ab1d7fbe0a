// Handing the table on: the browser's own share sheet where there is one, else the clipboard.

import { _ } from "./words.js";

/** @param {import("./player.js").Player} player */
function link(player) {
  return new URL(`/r/${player.state.room?.roomCode ?? ""}`, location.href).href;
}

/** @param {import("./player.js").Player} player */
export async function shareLink(player) {
  if (!("share" in navigator)) return copyLink(player);
  await navigator.share({ title: _("Mafia"), text: _("Play Mafia with us."), url: link(player) }).catch(() => {});
}

/** @param {import("./player.js").Player} player */
export async function copyLink(player) {
  await copy(player, link(player), _("Link copied"));
}

/**
 * @param {import("./player.js").Player} player
 * @param {string} text
 * @param {string} done
 */
export async function copy(player, text, done) {
  try {
    await navigator.clipboard.writeText(text);
    player.do("toast", { text: done });
  } catch {
    player.do("toast", { text });
  }
}
