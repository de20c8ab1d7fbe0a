// Word from the browser itself when the table waits and the page is hidden. It never knows of a role.

import { prefs } from "./prefs.js";

/** Ask for leave; a browser that knows no notifications says no. */
export async function mayNotify() {
  if (!("Notification" in globalThis)) return false;
  return (await Notification.requestPermission()) === "granted";
}

/** Whether the browser says no by itself, without asking. */
export function isRefused() {
  return !("Notification" in globalThis) || Notification.permission === "denied";
}

/**
 * Tell who looks elsewhere. A phone speaks through its service worker only.
 * @param {string} title
 * @param {string} body
 */
export async function notify(title, body) {
  if (!document.hidden || !prefs().notify || !("Notification" in globalThis) || Notification.permission !== "granted") return;
  const worker = await navigator.serviceWorker?.getRegistration();
  const word = { body, tag: "mafia", data: location.href };
  if (worker?.active) await worker.showNotification(title, word);
  else new Notification(title, word).addEventListener("click", () => focus());
}
