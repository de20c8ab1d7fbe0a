// The one dialog of the page: native and modal, closed by Esc, its focus given back by the browser.

import { html, nothing } from "lit-html";
import { keysDialog, kickDialog, leaveDialog } from "../screens/dialogs.js";
import { menuDialog } from "../screens/menu.js";
import { inviteDialog } from "../screens/invite.js";
import { peopleDialog, personDialog, reportDialog } from "../screens/people.js";
import { recapDialog } from "../screens/recap.js";
import { settingsDialog } from "../screens/settings.js";
import { _ } from "../words.js";
import { icon } from "./icon.js";
import { Part } from "./part.js";

/** @typedef {{title: string, body: unknown}} Content */
/** @type {Record<Table.Dialog["kind"], (state: Table.State, player: import("../player.js").Player) => Content>} */
const DIALOGS = { menu: menuDialog, settings: settingsDialog, keys: keysDialog, invite: inviteDialog, recap: recapDialog, leave: leaveDialog, kick: kickDialog,
  people: peopleDialog, person: personDialog, report: reportDialog };

class GameDialog extends Part {
  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  show(state, player) {
    super.show(state, player);
    const dialog = this.querySelector("dialog");
    if (!dialog) return;
    if (state.ui.dialog && !dialog.open) dialog.showModal();
    if (!state.ui.dialog && dialog.open) dialog.close();
  }

  /**
   * @param {Table.State} state
   * @param {import("../player.js").Player} player
   */
  draw(state, player) {
    const { dialog } = state.ui;
    const content = dialog ? DIALOGS[dialog.kind](state, player) : null;
    return html`<dialog aria-labelledby="dialog-title" data-kind=${dialog?.kind ?? nothing}
      @close=${() => player.state.ui.dialog && player.do("dialog", { dialog: null })}>
      ${content ? html`<div class="dialog-head"><h2 id="dialog-title">${content.title}</h2>
        <button class="button square" data-tone="quiet" type="button" aria-label=${_("Close")} data-close
          @click=${() => player.do("dialog", { dialog: null })}>${icon("close")}</button></div>
        <div class="dialog-body">${content.body}</div>` : nothing}</dialog>`;
  }
}
customElements.define("game-dialog", GameDialog);
