// What the server writes in front of the service worker (lobby/offline.py).

declare const KEPT: { version: string; page: string; files: string[] };
