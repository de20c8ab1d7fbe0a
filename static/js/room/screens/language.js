// The choice of a language in the menu: the form that the server drew, for choosing one loads the page anew.

import { nothing } from "lit-html";

const drawn = globalThis.document?.querySelector("template[data-language]");
const form = drawn instanceof HTMLTemplateElement ? drawn.content.firstElementChild : null;

/** The form itself, always the same one: what is chosen in it outlives a drawing. */
export function languageForm() {
  return form ?? nothing;
}
