import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "../../static/js/room/player.js";
import { reduce } from "../../static/js/room/state/reduce.js";
import { after, dawn, gameOf, snapshot, voting } from "./scene.js";

/** @param {Table.State} state */
function seated(state) {
  /** @type {Wire.Frame[]} */ const sent = [];
  const store = { state, happen: (/** @type {{type: string}} */ event) => void (store.state = reduce(store.state, event)) };
  const connection = { open() {}, send: (/** @type {Wire.Frame} */ frame) => (sent.push(frame), frame.ref ?? "") };
  return { sent, store, player: new Player(store, connection) };
}

const ROLES = /** @type {Wire.Role[]} */ (["mafia", "detective", "doctor", "villager"]);

test("at night a tap is one frame of the same length, whatever the role", () => {
  const lengths = ROLES.map((role) => {
    const { sent, player } = seated(after(...gameOf(role), { type: "my:known" }));
    player.tap("bob");
    assert.equal(sent.length, 1);
    return JSON.stringify(sent[0]).length;
  });
  assert.equal(new Set(lengths).size, 1);
});

test("locking in is the same frame for every role", () => {
  const frames = ROLES.map((role) => {
    const { sent, player } = seated(after(...gameOf(role), { type: "my:known" }));
    player.finish();
    return { ...sent[0], ref: "" };
  });
  for (const frame of frames) assert.deepEqual(frame, { type: "action:done", ref: "" });
});

test("on a night of meeting everybody only says who is suspected", () => {
  const setup = { mafia: 1, detective: 1, doctor: 1, villager: 2, firstNight: /** @type {const} */ ("meeting") };
  const { sent, player } = seated(after(snapshot({ setup }), { type: "my:known" }));
  player.tap("cat");
  assert.equal(sent[0]?.type, "action:done");
});

test("the dead choose nothing", () => {
  const { sent, player } = seated(after(...gameOf("villager"), dawn({ userId: "ann" }), { type: "my:skip" }, voting));
  player.tap("bob");
  assert.deepEqual(sent, []);
});

test("a tap by day speaks of the seat in the chat", () => {
  const { sent, store, player } = seated(after(...gameOf("villager"), dawn(), { type: "my:skip" }));
  player.tap("cat");
  assert.deepEqual([sent.length, store.state.ui.draft, store.state.ui.tab], [0, "@3 ", "chat"]);
});
