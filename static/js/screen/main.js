// Wires the big screen together: socket to state, state to picture and voice. It can do nothing at the table.

import * as language from "language";
import { onNetwork, onWaking, stayAwake } from "../room/device.js";
import { given, socketAddress } from "../room/given.js";
import { know } from "../room/numbers.js";
import { Connection } from "../room/socket.js";
import { listenForTouch } from "../room/sound.js";
import { blankState } from "../room/state/blank.js";
import { speak, tongue } from "../room/words.js";
import { onlook } from "./onlooker.js";
import { ScreenPage } from "./page.js";
import { Speech } from "./speech.js";

const { name, code, numbers, address, isHidden } = given("page");
speak(language);
know(numbers);

let state = { ...blankState(), now: Date.now() };
/** @type {Show.State} */
const show = { address, isHidden, refused: null, told: [] };
const page = new ScreenPage(new Speech(tongue()), show);

/** @param {{type: string, [field: string]: unknown}} event */
function happen(event) {
  const before = state;
  state = onlook(before, event);
  if (state !== before) page.changed(before, state);
}

const connection = new Connection({
  url: socketAddress(),
  hello: () => ({ type: "auth:identify", username: name, watch: true }),
  hear(frame) {
    happen({ type: "my:tick", now: Date.now() });
    if (frame.type === "auth:success") connection.send({ type: "room:watch", roomCode: code });
    if (frame.event === "room:watch") show.refused = frame.code;
    if (frame.type === "room:watching") show.refused = null;
    happen(frame);
    if (show.refused) page.draw(state);
  },
  changed: (link) => happen({ type: "my:link", link }),
  measured: (sample) => happen({ type: "my:clock", ...sample }),
});

setInterval(() => happen({ type: "my:tick", now: Date.now() }), 500);
onNetwork((isOnline) => {
  happen({ type: "my:network", isOnline });
  connection.follow(isOnline);
});
onWaking(() => {
  connection.wake();
  void stayAwake();
});
listenForTouch();
void stayAwake();
connection.open();
