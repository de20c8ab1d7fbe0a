// The server said no: what was shown as pending goes back, and the reason is told kindly.

export const SHOWN_FOR = 4000;

/**
 * @param {Table.State} state
 * @param {{code: string, ref?: string, event?: string}} frame
 * @returns {Table.State}
 */
export function refused(state, { code, ref, event }) {
  if (event === "room:sync" && code === "not_in_room") return { ...state, left: state.left ?? "closed" };
  const pending = state.pending?.ref === ref ? null : state.pending;
  return { ...state, pending, ui: { ...state.ui, toast: { text: code, until: state.now + SHOWN_FOR } } };
}
