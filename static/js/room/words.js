// The words of the interface, in the reader's language; English is the source and its own fallback.

/** @type {Record<string, string | string[]>} */
let catalog = {};

/** @param {Record<string, string | string[]>} words */
export function speak(words) {
  catalog = words;
}

/**
 * A sentence, its {names} filled in.
 * @param {string} source
 * @param {Record<string, string | number>} [values]
 */
export function _(source, values = {}) {
  const found = catalog[source];
  return fill(typeof found === "string" && found ? found : source, values);
}

/**
 * A sentence about a number.
 * @param {string} one
 * @param {string} many
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 */
export function ngettext(one, many, count, values = {}) {
  const forms = catalog[one];
  const known = Array.isArray(forms) ? forms : [one, many];
  return fill(known[count === 1 ? 0 : 1] || many, { count, ...values });
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
