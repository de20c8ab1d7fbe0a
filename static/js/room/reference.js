// References for frames. Not randomUUID: a table in the living room is served without https, and has none.

const USUAL = 36;

/**
 * Hexadecimal digits that nobody has used before.
 * @param {number} [length]
 */
export function newReference(length = USUAL) {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, length);
}
