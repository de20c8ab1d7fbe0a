import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "../../static/js/room/player.js";
import { reduce } from "../../static/js/room/state/reduce.js";
import { wishOf, wishedRoom } from "../../static/js/room/state/wishes.js";
import { lateWord } from "../../static/js/room/unsent.js";
import { after, dawn, gameOf, happened, roomUpdate, snapshot, voting } from "./scene.js";

function lobby() {
  const state = after({ type: "auth:success", userId: "ann" }, roomUpdate());
  const store = { state, happen: (/** @type {{type: string}} */ event) => void (store.state = reduce(store.state, event)) };
  let sent = 0;
  const player = new Player(store, { open() {}, send: () => `ref ${++sent}` });
  return { store, player };
}

test("a wish shows at once and goes with the server's yes", () => {
  const { store, player } = lobby();
  player.wish("ready", "room:unready", {}, { ready: false });
  assert.deepEqual(wishOf(store.state, "ready"), { ready: false });
  player.hear({ type: "ack", ref: "ref 1" });
  assert.equal(store.state.wish, null);
});

test("a wish that is refused is taken back, with a reason", () => {
  const { store, player } = lobby();
  player.wish("start", "room:start");
  player.hear({ type: "room:error", code: "not_ready", event: "room:start", ref: "ref 1" });
  assert.deepEqual([store.state.wish, store.state.ui.toast?.text], [null, "not_ready"]);
});

test("rules that are wished one after the other all show", () => {
  const { store, player } = lobby();
  player.wish("rules", "room:settings", { openVotes: true });
  player.wish("rules", "room:settings", { maxPlayers: 6 });
  player.hear({ type: "ack", ref: "ref 1" });
  const room = wishedRoom(store.state);
  assert.deepEqual([room?.settings.openVotes, room?.maxPlayers], [true, 6]);
});

test("no wish outlives the begin of the game", () => {
  const { store, player } = lobby();
  player.wish("bot", "room:addBot");
  for (const frame of gameOf("villager")) player.hear(frame);
  assert.equal(store.state.wish, null);
});

test("a tap that the server does not answer is told to be on its way", () => {
  const { store, player } = lobby();
  player.wish("ready", "room:ready", {}, { ready: true });
  assert.equal(lateWord(store.state), "");
  player.hear({ type: "my:tick", now: store.state.now + 2001 });
  assert.equal(lateWord(store.state), "Not sent yet. Retrying.");
});

test("an answer that takes long is counted from the first of them", () => {
  const slow = { type: "my:clock", offset: 0, latency: 700 };
  const state = happened(after(), slow, { type: "my:tick", now: 1_005_000 }, slow);
  assert.equal(state.slowSince, 1_000_000);
  assert.equal(happened(state, { ...slow, latency: 80 }).slowSince, null);
});

test("a late change of the vote is told with the time it brings", () => {
  const atVote = happened(after(...gameOf("villager")), dawn(), { type: "my:skip" }, voting);
  const later = snapshot({ phase: "voting", endsAt: (atVote.game?.endsAt ?? 0) + 7000, startedAt: atVote.game?.dealtAt ?? 0 });
  const { toast } = happened(atVote, { ...later, type: "game:state" }).ui;
  assert.equal(toast?.text, "Late vote: 7 more seconds.");
});
