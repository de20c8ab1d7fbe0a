// The colours of a page, and of the browser's own bars around it. Which they are, the page and its reader decide.

import { prefs } from "./prefs.js";

/**
 * @param {string} usual the theme for who lets the colours follow the game
 */
export function wear(usual) {
  const root = document.documentElement;
  const { theme } = prefs();
  const worn = theme === "game" ? usual : theme;
  if (root.dataset.theme === worn) return;
  root.dataset.theme = worn;
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", getComputedStyle(root).getPropertyValue("--bg").trim());
}
