// How this screen is to speak; kept in the browser, and never anything about a game.

const KEY = "mafia.screen";

/** @type {Show.Likes} */
const USUAL = { voice: "", rate: 1 };

/** @returns {Show.Likes} */
export function likes() {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return USUAL;
  }
}

/**
 * @param {Partial<Show.Likes>} change
 * @returns {Show.Likes}
 */
export function like(change) {
  const liked = { ...likes(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(liked));
  } catch {
    // A browser that keeps nothing speaks as it usually does.
  }
  return liked;
}
