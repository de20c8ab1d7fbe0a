// The seal of the deal, computed again in this browser.

/**
 * SHA-256 over seed, seats and pack, each on a line of its own, as hexadecimal digits.
 * @param {Wire.Fairness} fairness
 */
export async function sealOf({ seed, order, setup }) {
  const pack = [setup.mafia, setup.detective, setup.doctor, setup.villager, setup.firstNight].join("/");
  const lines = [seed, order.join(","), pack].join("\n");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whether the seal that was given before the deal is the one of this deal.
 * @param {Wire.Fairness} fairness
 * @param {string | null} given the seal as it came before the first card
 */
export async function isFair(fairness, given) {
  const seal = await sealOf(fairness);
  return seal === fairness.commitment && (given === null || given === seal);
}
