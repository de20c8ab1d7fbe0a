// The dialog that hands the story of the game on, with names or without.

import { html } from "lit-html";
import { recapText } from "../recap_text.js";
import { copy } from "../share.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function recapDialog({ recap, ui }, player) {
  const isNamed = ui.dialog?.kind === "recap" && ui.dialog.isNamed;
  const text = recap ? recapText(recap, { isNamed, origin: location.origin }) : "";
  const toggle = () => player.do("dialog", { dialog: { kind: "recap", isNamed: !isNamed } });
  return {
    title: _("Share recap"),
    body: html`<label class="check"><input type="checkbox" .checked=${isNamed} @change=${toggle}>${_("Tell names and roles")}</label>
      <p class="recap" data-text>${text}</p>
      <button class="button" type="button" data-tone="primary" data-hand-on @click=${() => handOn(player, text)}>
        ${"share" in navigator ? _("Share") : _("Copy")}</button>`,
  };
}

/**
 * By the browser's own sheet where it has one; whoever closes it without a choice has changed their mind.
 * @param {import("../player.js").Player} player
 * @param {string} text
 */
async function handOn(player, text) {
  if ("share" in navigator) await navigator.share({ text }).catch(() => {});
  else await copy(player, text, _("Recap copied"));
  player.do("dialog", { dialog: null });
}
