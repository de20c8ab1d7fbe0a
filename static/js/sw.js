// Answers when there is no network, with one page that says so. It keeps nothing else, least of all anything of a game.
// In front of this text the server writes KEPT: what to keep, and the version of it (lobby/offline.py).

/** @typedef {Event & {waitUntil(work: Promise<unknown>): void}} Stage */
/** @typedef {Event & {request: Request, preloadResponse?: Promise<Response | undefined>, respondWith(answer: Promise<Response>): void}} Asked */

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {Stage} */ event) => {
  // No page depends on which version answers, so a newer one need not wait for the tabs of an older.
  worker.skipWaiting();
  event.waitUntil(keep());
});

worker.addEventListener("activate", (/** @type {Stage} */ event) => event.waitUntil(tidy()));

// The word that a table waits leads to the tab in which it does.
worker.addEventListener("notificationclick", (/** @type {Stage & {notification: Notification}} */ event) => {
  event.notification.close();
  event.waitUntil(lookAt(event.notification.data));
});

worker.addEventListener("fetch", (/** @type {Asked} */ event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(visit(event));
  else if (KEPT.files.includes(new URL(request.url).pathname)) event.respondWith(fetch(request).catch(() => kept(request.url)));
});

async function keep() {
  const cache = await caches.open(KEPT.version);
  // As a stranger would get it: nothing that is kept knows who fetched it.
  await cache.addAll([KEPT.page, ...KEPT.files].map((path) => new Request(path, { cache: "reload", credentials: "omit" })));
}

async function tidy() {
  for (const name of await caches.keys()) if (name !== KEPT.version) await caches.delete(name);
  await worker.registration.navigationPreload?.enable();
}

/** @param {string} address */
async function lookAt(address) {
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const tab = tabs.find((/** @type {{url: string}} */ { url }) => url === address) ?? tabs[0];
  await tab?.focus();
}

/** @param {Asked} event */
async function visit({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    return kept(KEPT.page);
  }
}

/** @param {string} path */
async function kept(path) {
  return (await caches.match(path)) ?? Response.error();
}
