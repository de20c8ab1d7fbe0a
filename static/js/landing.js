// Small help for the forms, which work without it: a code in any shape, Enter where it is meant, another name.

/** @param {string} raw */
export function tidyCode(raw) {
  const link = /\/r\/([^/?#\s]+)/i.exec(raw);
  return (link?.[1] ?? raw).replace(/[^a-z0-9]/gi, "").toUpperCase();
}

/** @param {HTMLInputElement} field */
function tidy(field) {
  const code = tidyCode(field.value);
  if (code) field.value = code.length > 3 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}

/** @param {HTMLFormElement} form */
function help(form) {
  const code = /** @type {HTMLInputElement | null} */ (form.querySelector("[data-code]"));
  const join = /** @type {HTMLButtonElement | null} */ (form.querySelector("[data-join]"));
  code?.addEventListener("change", () => tidy(code));
  code?.addEventListener("paste", () => setTimeout(() => tidy(code)));
  code?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !join) return;
    event.preventDefault();
    form.requestSubmit(join);
  });
  const reroll = /** @type {HTMLButtonElement | null} */ (form.querySelector("[data-reroll]"));
  const name = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=name]"));
  const names = reroll?.dataset.reroll?.split(",") ?? [];
  if (!reroll || !name || names.length < 2) return;
  reroll.hidden = false;
  reroll.addEventListener("click", () => {
    name.value = names[Math.floor(Math.random() * names.length)] ?? "";
  });
}

/**
 * Count the seconds down that a sentence names; then it has said enough.
 * @param {HTMLElement} sentence
 */
function countDown(sentence) {
  const counting = setInterval(() => {
    const text = sentence.textContent ?? "";
    const left = Number(/\d+/.exec(text)?.[0] ?? 0) - 1;
    if (left < 1) clearInterval(counting);
    sentence.hidden = left < 1;
    sentence.textContent = text.replace(/\d+/, String(left));
  }, 1000);
}

if (typeof document !== "undefined") {
  for (const form of document.querySelectorAll("form[data-enter]")) help(/** @type {HTMLFormElement} */ (form));
  for (const sentence of document.querySelectorAll("[data-wait]")) countDown(/** @type {HTMLElement} */ (sentence));
}
