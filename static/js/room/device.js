// The phone in the hand: it sleeps and wakes, stays awake during a game and shakes a little, the same for every role.

import { prefs } from "./prefs.js";

const BEAT = 1000;
const SLEPT = 5000;

/**
 * Tell when the page may have slept: it is seen again, it is back, or its clock jumped.
 * @param {() => void} tell
 */
export function onWaking(tell) {
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - last > SLEPT) tell();
    last = now;
  }, BEAT);
  document.addEventListener("visibilitychange", () => document.hidden || tell());
  addEventListener("pageshow", ({ persisted }) => persisted && tell());
}

/**
 * Tell when the browser finds that there is a network again, or none.
 * @param {(isOnline: boolean) => void} tell
 */
export function onNetwork(tell) {
  for (const type of ["online", "offline"]) addEventListener(type, () => tell(navigator.onLine));
}

/** @type {WakeLockSentinel | undefined} */ let lock;

/** Ask the screen to stay on; a device that cannot is no worse off. */
export async function stayAwake() {
  try {
    lock = await navigator.wakeLock?.request("screen");
  } catch {
    // The battery is low, or the page is hidden: it is asked again when the page is seen.
  }
}

/** The game is over: the screen may go dark again. */
export async function doze() {
  await lock?.release();
}

/** Whoever comes back sees how things stand, not the motions that were missed. */
export function settle() {
  for (const motion of document.getAnimations()) {
    if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
  }
}

/**
 * Shake, once the page was touched: before that browsers refuse, and say so aloud.
 * @param {number | number[]} pattern in milliseconds
 */
export function shake(pattern) {
  if (prefs().haptics && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
}
