// The phone in the hand: it stays awake during a game and shakes a little, the same for every role.

/** Ask the screen to stay on; a device that cannot is no worse off. */
export async function stayAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // The battery is low, or the page is hidden: it is asked again when the page is seen.
  }
}

/**
 * Shake, once the page was touched: before that browsers refuse, and say so aloud.
 * @param {number | number[]} pattern in milliseconds
 */
export function shake(pattern) {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
}
