// How this person likes the page; kept in the browser, and never anything about a game.

const KEY = "mafia.prefs";

/** @type {Table.Prefs} */
const USUAL = {
  theme: "game", hold: "hold", keys: true, sound: true, volume: 60, captions: false, haptics: true, notify: false,
  streamer: false, filter: "mild",
};

const likes = new EventTarget();

/** @returns {Table.Prefs} */
export function prefs() {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return USUAL;
  }
}

/** @param {Partial<Table.Prefs>} change */
export function prefer(change) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...prefs(), ...change }));
  } catch {
    // A browser that keeps nothing plays with the usual ones.
  }
  likes.dispatchEvent(new Event("change"));
}

/**
 * Tell when something is preferred to what was before.
 * @param {() => void} tell
 */
export function onPrefer(tell) {
  likes.addEventListener("change", tell);
}
