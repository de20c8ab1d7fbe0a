// What this player said that has no answer yet, told once the answer is late: nothing that was typed seems lost.

import { isOpen } from "./view.js";

const PATIENCE = 2000;

/**
 * @param {Table.State} state
 * @param {"draft" | "whisper"} box where it was written
 * @returns {{ref: string, text: string}[]}
 */
export function unsentOf(state, box) {
  return Object.entries(state.ui.sent)
    .filter(([, said]) => said.box === box && (!isOpen(state) || state.now - said.at > PATIENCE))
    .map(([ref, { text }]) => ({ ref, text }));
}
