// The deal, done again in this browser: the seal that was given before it, and every card that came out of it.

const BYTES_USED = 16;
const utf8 = new TextEncoder();

/**
 * SHA-256 over seed, seats and pack, each on a line of its own, as hexadecimal digits.
 * @param {Wire.Fairness} fairness
 */
export async function sealOf({ seed, order, setup }) {
  const pack = [setup.mafia, setup.detective, setup.doctor, setup.villager, setup.firstNight].join("/");
  const digest = await crypto.subtle.digest("SHA-256", utf8.encode([seed, order.join(","), pack].join("\n")));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The card of each seat: the pack, shuffled by the seed from the last place down.
 * @param {Wire.Fairness} fairness
 * @returns {Promise<Record<Wire.Id, Wire.Role>>}
 */
export async function dealOf({ seed, order, setup }) {
  const names = /** @type {const} */ (["mafia", "detective", "doctor", "villager"]);
  const pack = names.flatMap((name) => Array.from({ length: setup[name] }, () => name));
  const key = await keyOf(seed);
  for (let place = pack.length - 1; place > 0; place -= 1) {
    const other = await below(place + 1, key, `deal:${place}`);
    [pack[place], pack[other]] = [pack[other] ?? "villager", pack[place] ?? "villager"];
  }
  return Object.fromEntries(order.map((userId, at) => [userId, pack[at] ?? "villager"]));
}

/**
 * Seal and cards as this browser computes them, beside what was told: the seal before the deal, the cards at the end.
 * @param {Wire.End} end
 * @param {string | null} given the seal as it came before the first card, where this page was there
 * @returns {Promise<Table.Receipt>}
 */
export async function receiptOf({ fairness, roles }, given) {
  const [seal, dealt] = await Promise.all([sealOf(fairness), dealOf(fairness)]);
  const told = given ?? fairness.commitment;
  const cards = fairness.order.flatMap((userId) => (roles[userId] ? [{ userId, told: roles[userId], dealt: dealt[userId] ?? null }] : []));
  const isSealed = seal === told && seal === fairness.commitment;
  return { seal, told, cards, isSealed, isDealt: cards.every((card) => card.told === card.dealt) };
}

/** @param {string} seed hexadecimal digits */
function keyOf(seed) {
  const bytes = Uint8Array.from(seed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/**
 * @param {number} bound
 * @param {CryptoKey} key
 * @param {string} label
 */
async function below(bound, key, label) {
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8.encode(label)));
  const number = digest.slice(0, BYTES_USED).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Number(number % BigInt(bound));
}
