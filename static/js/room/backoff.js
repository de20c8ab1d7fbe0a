// How long to wait before knocking again: longer each time, and never together with everybody else.

const STEPS = [500, 1000, 2000, 4000, 8000];
const JITTER = 0.3;

/**
 * @param {number} attempt how many have failed since the last good connection
 * @param {() => number} random from 0 up to 1
 * @returns {number} milliseconds
 */
export function delay(attempt, random = Math.random) {
  const step = STEPS[Math.min(attempt, STEPS.length - 1)] ?? 8000;
  return Math.round(step * (1 - JITTER + 2 * JITTER * random()));
}

/**
 * Whether a socket that closed like this may come back by itself: 44xx is a no.
 * @param {number} code
 */
export function mayReturn(code) {
  return code < 4400 || code >= 4500;
}
