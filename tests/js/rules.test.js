import assert from "node:assert/strict";
import { test } from "node:test";
import { oddsOf } from "../../static/js/room/rules.js";
import { roomUpdate } from "./scene.js";

const { settings } = roomUpdate();

test("a host reads the odds of as many as sit here, and of the fewest before that", () => {
  assert.match(oddsOf(settings, 5), /table of 5,.* 52 %/);
  assert.match(oddsOf(settings, 1), /table of 4,.* 39 %/);
});

test("of rules that were not measured nothing is said", () => {
  for (const own of [{ mafia: 1 }, { doctor: false }, { firstNight: "kill" }, { revealRoles: "none" }, { openVotes: true }]) {
    assert.equal(oddsOf({ ...settings, ...own }, 5), "");
  }
  assert.equal(oddsOf(settings, 17), "");
});
