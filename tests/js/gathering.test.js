import assert from "node:assert/strict";
import { test } from "node:test";
import { announcement } from "../../static/js/room/announce.js";
import { after, happened, players, roomUpdate } from "./scene.js";

const me = { type: "auth:success", userId: "ann" };
const soon = (/** @type {Wire.Player[]} */ here) => roomUpdate({ isPublic: true, startsAt: 1_015_000, players: here });
const all = soon(players());

test("who leaves a table that is about to begin does not vanish without a word", () => {
  const before = after(me, all);
  const state = happened(before, soon(players().filter(({ userId }) => userId !== "bob")));
  assert.equal(state.ui.toast?.text, "bob left. Looking for somebody else.");
  assert.equal(announcement(before, state).polite, "bob left. Looking for somebody else.");
});

test("who comes to such a table is no news", () => {
  assert.equal(after(me, soon(players().slice(1)), all).ui.toast, null);
});

test("who leaves such a table is told so in a way of its own", () => {
  assert.equal(after(me, all, { type: "room:left", reason: "left" }).left, "table");
  assert.equal(after(me, roomUpdate(), { type: "room:left", reason: "left" }).left, "left");
});
