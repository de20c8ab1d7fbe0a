// Keeps the list of open tables fresh while somebody looks at it. Without it the list is as old as the page.

const EVERY = 10_000;
const PATIENCE = 60;
let looks = 0;

function look() {
  const list = document.querySelector("[data-tables]");
  const address = list?.getAttribute("data-tables");
  if (!list || !address || document.hidden) return;
  // A request that parses by itself: a text would have to pass through a sink that Trusted Types close.
  const request = new XMLHttpRequest();
  request.responseType = "document";
  request.addEventListener("load", () => {
    const fresh = request.status === 200 ? request.responseXML?.querySelector("[data-tables]") : null;
    if (fresh && fresh.innerHTML !== list.innerHTML) replace(list, /** @type {HTMLElement} */ (document.adoptNode(fresh)));
  });
  request.open("GET", address);
  request.send();
}

/**
 * @param {Element} list
 * @param {HTMLElement} fresh
 */
function replace(list, fresh) {
  const held = list.contains(document.activeElement) ? document.activeElement?.getAttribute("formaction") : null;
  list.replaceWith(fresh);
  for (const none of document.querySelectorAll("[data-no-tables]")) none.toggleAttribute("hidden", !fresh.hidden);
  const same = held && /** @type {HTMLElement | null} */ (fresh.querySelector(`[formaction="${held}"]`));
  if (held) (same || document.getElementById("name"))?.focus({ preventScroll: true });
}

// A page that lies open for ever asks no more after a while; whoever comes back to it sees a fresh list at once.
const clock = () => (looks += 1) <= PATIENCE && look();
setInterval(clock, EVERY * (0.9 + Math.random() / 5));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  looks = 0;
  look();
});
