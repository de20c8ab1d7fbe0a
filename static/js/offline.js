// The page without a network: speaks the language that was spoken last, and goes on by itself when the network is back.

/** @param {string} key */
function recall(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** @returns {string} */
function lastTable() {
  try {
    return JSON.parse(recall("mafia.prefs") || "{}").streamer ? "" : recall("mafia.table");
  } catch {
    return "";
  }
}

function lastName() {
  const cookie = /(?:^|; )mafia_name=([^;]*)/.exec(document.cookie);
  return decodeURIComponent(cookie?.[1] ?? "");
}

/**
 * @param {Element} section
 * @param {string} hook
 * @param {string} text
 */
function tell(section, hook, text) {
  const place = section.querySelector(`[data-${hook}]`);
  if (!place || !text) return;
  place.textContent = text;
  place.closest("[hidden]")?.removeAttribute("hidden");
}

const wanted = [recall("mafia.language"), ...navigator.languages].map((tag) => tag.split("-")[0]);
const sections = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-offline]"))];
const spoken = wanted.map((tag) => sections.find(({ lang }) => lang === tag)).find(Boolean) ?? sections[0];
if (spoken) {
  for (const section of sections) section.hidden = section !== spoken;
  document.documentElement.lang = spoken.lang;
  document.documentElement.dir = spoken.dir;
  document.title = spoken.dataset.offline ?? document.title;
  const code = lastTable();
  tell(spoken, "name", lastName());
  tell(spoken, "code", code && `${code.slice(0, 3)}-${code.slice(3)}`);
}
addEventListener("online", () => location.reload());
