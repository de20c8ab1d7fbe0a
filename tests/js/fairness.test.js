import assert from "node:assert/strict";
import { test } from "node:test";
import { dealOf, receiptOf, sealOf } from "../../static/js/room/fairness.js";

// A deal as the server makes it.
const fairness = {
  seed: "00ff".repeat(16),
  commitment: "8bcbc9737b940f48ee79710e54ade21a4e4a5ddd61f40c55af98ccee2984e406",
  order: [..."abcdefg"],
  setup: { mafia: 2, detective: 1, doctor: 1, villager: 3, firstNight: /** @type {const} */ ("kill") },
};
const roles = /** @type {Record<string, Wire.Role>} */ ({
  a: "villager", b: "mafia", c: "detective", d: "villager", e: "villager", f: "mafia", g: "doctor",
});
const end = { winner: /** @type {const} */ ("mafia"), roles, stats: { rounds: 1, nights: [], votes: [], suspicions: {} }, fairness };

test("the seal is the one that the server computes", async () => {
  assert.equal(await sealOf(fairness), fairness.commitment);
});

test("the cards are those that the server deals", async () => {
  assert.deepEqual(await dealOf(fairness), roles);
});

test("a deal with its own seal and cards is fair", async () => {
  const { isSealed, isDealt } = await receiptOf(end, fairness.commitment);
  assert.deepEqual([isSealed, isDealt], [true, true]);
});

test("another seal than the one that was given is seen", async () => {
  assert.equal((await receiptOf(end, "another")).isSealed, false);
});

test("a card that was swapped is seen", async () => {
  assert.equal((await receiptOf({ ...end, roles: { ...roles, a: "mafia", b: "villager" } }, null)).isDealt, false);
});
