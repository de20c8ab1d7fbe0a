// Streamer mode: whoever looks on learns no code. The server is told by a cookie, so that its first picture keeps it, too.

import { prefs } from "./prefs.js";

export const HIDDEN = "/r/hidden";
export const MASK = "•••-•••";

const COOKIE = "mafia_streamer";
const YEAR = 365 * 24 * 3600;
const TABLE = "mafia.table";

export function isStreaming() {
  return prefs().streamer;
}

/** @param {string} code */
export function spelled(code) {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/**
 * Tell the server and the page without a network what they may show.
 * @param {string} code of the table that this page shows; empty for none
 */
export function leaveWord(code) {
  const isOn = isStreaming();
  if (document.cookie.includes(`${COOKIE}=1`) !== isOn) {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${COOKIE}=${isOn ? 1 : 0}; path=/; max-age=${isOn ? YEAR : 0}; samesite=lax${secure}`;
  }
  try {
    if (code && !isOn) localStorage.setItem(TABLE, code);
    else localStorage.removeItem(TABLE);
  } catch {
    // A browser that keeps nothing has nothing to hide.
  }
}
