// The language of a page: which of the modules under static/js/words it is, the import map says.

declare namespace Language {
  /** Sentences by their English; where one is about a number, in forms by the names that Intl.PluralRules gives. */
  type Words = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;
  /** The ways to say a phrase, by its key. */
  type Phrases = Record<string, string[]>;
  interface Spoken { tag: string; words: Words; phrases: Phrases }
}

declare module "language" {
  export const tag: string;
  export const words: Language.Words;
  export const phrases: Language.Phrases;
}
