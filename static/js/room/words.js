// The words of the interface, in the reader's language; English is the source and its own fallback.

/** @type {Language.Spoken} */
const ENGLISH = { tag: "en", words: {}, phrases: {} };

let spoken = ENGLISH;
// Made when they are needed first: each reads large tables, which a slow phone feels.
/** @type {Intl.PluralRules | null} */ let plurals = null;
/** @type {Intl.ListFormat | null} */ let lists = null;
let isMirrored = false;

const MIRRORED = new Set(["ar", "fa", "he", "ur"]);
const MIRRORED_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** @param {Language.Spoken} [language] */
export function speak(language = ENGLISH) {
  spoken = language;
  plurals = lists = null;
  isMirrored = MIRRORED.has(language.tag);
}

/** The language that is spoken, such as "de". */
export function tongue() {
  return spoken.tag;
}

/**
 * A sentence, its {names} filled in.
 * @param {string} source
 * @param {Record<string, string | number>} [values]
 */
export function _(source, values = {}) {
  const found = spoken.words[source];
  return fill(typeof found === "string" ? found : source, values);
}

/**
 * A sentence about a number.
 * @param {string} one
 * @param {string} many
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 */
export function ngettext(one, many, count, values = {}) {
  const found = spoken.words[one];
  const forms = typeof found === "object" ? found : { one, other: many };
  plurals ??= new Intl.PluralRules(spoken.tag);
  return fill(forms[plurals.select(count)] ?? forms.other ?? many, { count, ...values });
}

/**
 * One of the ways to say a phrase; the same number is the same way. Empty where the language has none.
 * @param {string} key
 * @param {number} way
 * @param {Record<string, string | number>} [values]
 */
export function phrase(key, way, values = {}) {
  const ways = spoken.phrases[key] ?? [];
  return ways.length ? fill(ways[way % ways.length] ?? "", values) : "";
}

/**
 * Some names as a part of a sentence.
 * @param {string[]} names
 */
export function listed(names) {
  lists ??= new Intl.ListFormat(spoken.tag);
  return lists.format(names.map(isolated));
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => isolated(values[name] ?? whole));
}

/**
 * A name in a sentence: where the two may be of different directions, none reorders the other.
 * @param {string | number} value
 */
function isolated(value) {
  const isNeeded = typeof value === "string" && (isMirrored || MIRRORED_LETTER.test(value));
  return isNeeded ? `\u2068${value}\u2069` : String(value);
}
