// The player's own marks and notes, kept by the tab for this one game: a reload keeps them, the next game does not.
// Whom the card was used on is not among them.

const KEY = "mafia.jottings";

/** @returns {Table.Jottings | null} */
export function recallJottings() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keep what was noted, where something of it has changed.
 * @param {Table.State} before
 * @param {Table.State} after
 */
export function keepJottings(before, after) {
  if (before.ui.marks === after.ui.marks && before.ui.notes === after.ui.notes) return;
  const { marks, notes } = after.ui;
  const isBlank = !notes && Object.keys(marks).length === 0;
  const kept = { roomId: after.room?.roomId, game: after.game?.dealtAt, marks, notes };
  try {
    if (isBlank || !after.game) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing loses them with the page.
  }
}
