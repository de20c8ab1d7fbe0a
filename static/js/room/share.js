// Handing the table on: the browser's own share sheet where there is one, else a sheet of ours, or the clipboard.

import { SHOWN_FOR } from "./state/answered.js";
import { isStreaming, spelled } from "./streamer.js";
import { _ } from "./words.js";

/** @typedef {import("./player.js").Player} Player */

const DONE_FOR = 2000;

/** @param {Table.State} state */
export function linkOf({ room }) {
  return new URL(`/r/${room?.roomCode ?? ""}`, location.href).href;
}

/** @param {Player} player */
export async function shareLink(player) {
  if (!("share" in navigator)) return openSheet(player);
  try {
    await navigator.share({ title: _("Mafia"), text: _("Play Mafia with us."), url: linkOf(player.state) });
  } catch (trouble) {
    // Who changed their mind has said so; whoever was refused by the browser finds another way.
    if (!(trouble instanceof DOMException && trouble.name === "AbortError")) openSheet(player);
  }
  return undefined;
}

/**
 * Everything to hand the table on with; of that nothing may be seen on a stream.
 * @param {Player} player
 */
export function openSheet(player) {
  if (isStreaming()) void copyLink(player);
  else player.do("dialog", { dialog: { kind: "invite" } });
}

/** @param {Player} player */
export async function copyLink(player) {
  await copy(player, linkOf(player.state), _("Link copied"), { isSecret: isStreaming() });
}

/** @param {Player} player */
export async function copyCode(player) {
  await copy(player, spelled(player.state.room?.roomCode ?? ""), _("Code copied"));
}

/**
 * @param {Player} player
 * @param {string} text
 * @param {string} done
 * @param {{isSecret?: boolean}} [how]
 */
export async function copy(player, text, done, { isSecret = false } = {}) {
  try {
    await navigator.clipboard.writeText(text);
    player.do("toast", { text: done });
  } catch {
    player.do("toast", { text: isSecret ? _("The browser does not let us copy.") : text });
  }
}

/**
 * Whether this was copied just now: its button says so for two seconds.
 * @param {Table.State} state
 * @param {string} done
 */
export function isCopied({ ui, now }, done) {
  return ui.toast?.text === done && ui.toast.until - now > SHOWN_FOR - DONE_FOR;
}
