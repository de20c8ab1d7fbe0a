// Wires the page together: socket to state, state to parts, hands and keys to the player. It decides nothing.

import * as language from "language";
import "./parts/actions.js";
import "./parts/away.js";
import "./parts/banner.js";
import "./parts/chat.js";
import "./parts/dialog.js";
import "./parts/header.js";
import "./parts/invite.js";
import "./parts/notes.js";
import "./parts/role.js";
import "./parts/stage.js";
import { onNetwork, onWaking, settle, stayAwake } from "./device.js";
import { given, socketAddress } from "./given.js";
import { Hold } from "./hold.js";
import { keepJottings, recallJottings } from "./jottings.js";
import { listen } from "./keys.js";
import { recall, remember } from "./memory.js";
import { know } from "./numbers.js";
import { Page } from "./page.js";
import { Place } from "./place.js";
import { Player } from "./player.js";
import { onPrefer } from "./prefs.js";
import { Senses } from "./senses.js";
import { Connection } from "./socket.js";
import { listenForTouch } from "./sound.js";
import { blankQueue, blankState } from "./state/blank.js";
import { reduce } from "./state/reduce.js";
import { speak } from "./words.js";

const { name, code, queue, numbers } = given("page");
speak(language);
know(numbers);

/** @type {import("./player.js").Store} */
const store = {
  state: { ...blankState(), now: Date.now(), known: recall(), jottings: recallJottings(), queue: queue ? blankQueue() : null },
  happen(event) {
    const before = store.state;
    store.state = reduce(before, event);
    if (store.state === before) return;
    remember(before, store.state);
    keepJottings(before, store.state);
    page.changed(before, store.state);
    senses.changed(before, store.state);
  },
};

const connection = new Connection({
  url: socketAddress(),
  hello: () => ({ type: "auth:identify", username: name }),
  hear(frame) {
    store.happen({ type: "my:tick", now: Date.now() });
    player.hear(frame);
  },
  greeted: () => page.greeted(),
  forgot: (ref) => store.happen({ type: "my:forgotten", ref }),
  changed: (link) => store.happen({ type: "my:link", link }),
  measured: (sample) => store.happen({ type: "my:clock", ...sample }),
});

const player = new Player(store, connection);
const place = new Place(code);
const page = new Page(player, place);
const senses = new Senses(place);
listenForTouch();
listen(player, new Hold(player));
const tick = () => store.happen({ type: "my:tick", now: Date.now() });
setInterval(tick, 500);
onPrefer(tick);
onNetwork((isOnline) => {
  store.happen({ type: "my:network", isOnline });
  connection.follow(isOnline);
});
onWaking(() => {
  tick();
  queueMicrotask(settle);
  connection.wake();
  if (store.state.ui.known && !store.state.recap) stayAwake();
});
// In a task of its own: what was read so far has kept a slow phone busy long enough.
setTimeout(() => connection.open());
