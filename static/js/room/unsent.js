// What has no answer yet, told once the answer is late: nothing that was typed or tapped seems lost.

import { isOpen } from "./view.js";
import { _ } from "./words.js";

const PATIENCE = 2000;

/**
 * What was said is shown at once, and only when the answer is late as not sent.
 * @param {Table.State} state
 * @param {"draft" | "whisper"} box where it was written
 * @returns {{ref: string, text: string, isLate: boolean}[]}
 */
export function unsentOf(state, box) {
  return Object.entries(state.ui.sent)
    .filter(([, said]) => said.box === box)
    .map(([ref, { text, at }]) => ({ ref, text, isLate: !isOpen(state) || state.now - at > PATIENCE }));
}

/**
 * The server has not answered a tap for a while; the page goes on trying.
 * @param {Table.State} state
 */
export function lateWord(state) {
  const asked = state.pending ?? state.wish;
  const isLate = asked !== null && (!isOpen(state) || state.now - asked.since > PATIENCE);
  return isLate ? _("Not sent yet. Retrying.") : "";
}
