// What one can do after the end: once more, with the same people or others, tell of it, or leave.

import { html, nothing } from "lit-html";
import { action } from "../parts/actions.js";
import { wishOf } from "../state/wishes.js";
import { lateWord } from "../unsent.js";
import { isHost, isPractice, seatsOf } from "../view.js";
import { _ } from "../words.js";

/**
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
export function endBar(state, player) {
  return {
    status: lateWord(state),
    buttons: html`<div class="stacked">${action(state, againOf(state), () => player.again(), { off: wishOf(state, "again") !== null, name: "again" })}
      <div class="row compact">${others(state)} ${rules(state, player)}
      ${replay(state)}
      <button class="button" type="button" data-recap ?hidden=${!state.recap}
        @click=${() => player.do("dialog", { dialog: { kind: "recap", isNamed: false } })}>${_("Share recap")}</button>
      <button class="button" type="button" @click=${() => player.do("dialog", { dialog: { kind: "leave" } })}>${_("Leave")}</button></div></div>`,
  };
}

/** @param {Table.State} state */
function againOf(state) {
  const seats = seatsOf(state);
  if (isPractice(state) || state.room?.status !== "lobby") return _("Play again");
  return _("Play again · {ready} of {all} in", { ready: seats.filter((seat) => seat.ready).length, all: seats.length });
}

/**
 * The game begins as soon as all are in: a host who has other plans for it goes ahead to the lobby, and is waited for.
 * @param {Table.State} state
 * @param {import("../player.js").Player} player
 */
function rules(state, player) {
  if (!isHost(state) || isPractice(state) || state.room?.status !== "lobby") return nothing;
  return html`<button class="button" type="button" data-rules @click=${() => player.do("dismiss")}>${_("Change the rules")}</button>`;
}

/**
 * The way to people one does not know, for who has just played with such people, or with nobody.
 * @param {Table.State} state
 */
function others(state) {
  if (isPractice(state)) return html`<a class="button" href="/play" data-strangers>${_("Play with strangers")}</a>`;
  if (!state.room?.isPublic) return nothing;
  // A form, and not a link: the old table may be a lobby again by now, and has to be left.
  return html`<button class="button" form="practice" formaction="/play" name="onward" value="1" data-strangers>${_("New table")}</button>`;
}

/**
 * In a tab of its own: the table waits here.
 * @param {Table.State} state
 */
function replay({ recap }) {
  if (!recap?.links?.nameless) return nothing;
  return html`<a class="button" href=${recap.links.named} target="_blank" data-replay>${_("See the replay")}</a>`;
}
