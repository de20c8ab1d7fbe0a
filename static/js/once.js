// A double click sends a form once; the server would cope, but the page would wait for two answers.

const HASTE = 1000;
/** @type {{form: EventTarget | null, at: number}} */
let sent = { form: null, at: 0 };

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const isAgain = event.target === sent.form && event.timeStamp - sent.at < HASTE;
  if (isAgain) event.preventDefault();
  else sent = { form: event.target, at: event.timeStamp };
});
