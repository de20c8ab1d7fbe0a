import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { tidyCode } from "../../static/js/landing.js";
import { announcement } from "../../static/js/room/announce.js";
import { _, ngettext, speak } from "../../static/js/room/words.js";
import { after, dawn, gameOf, happened, voting } from "./scene.js";

afterEach(() => speak({}));

test("English is its own fallback, and a name in it is filled in", () => {
  assert.equal(_("Night {round}", { round: 2 }), "Night 2");
  speak({ "Night {round}": "Nacht {round}" });
  assert.equal(_("Night {round}", { round: 2 }), "Nacht 2");
});

test("one vote is not two votes", () => {
  assert.deepEqual([1, 2].map((count) => ngettext("{count} vote", "{count} votes", count)), ["1 vote", "2 votes"]);
});

test("a code is read out of any writing of it", () => {
  for (const raw of ["k7m2qf", " K7M-2QF ", "k7m 2qf", "https://example.org/r/K7M2QF?x=1"]) assert.equal(tidyCode(raw), "K7M2QF");
});

test("night and vote are told to the living at once, and the same whatever the role", () => {
  const told = /** @type {Wire.Role[]} */ (["mafia", "villager"]).map((role) => {
    const before = after(...gameOf(role));
    return announcement(before, happened(before, { type: "my:known" })).assertive;
  });
  assert.deepEqual(told, ["Night falls. Choose one player.", "Night falls. Choose one player."]);
});

test("who is out hears it in the same breath as the news", () => {
  const before = after(...gameOf("villager"));
  const said = announcement(before, happened(before, dawn({ userId: "ann", role: "villager" }))).assertive;
  assert.equal(said, "ann did not wake up. Their card: Villager. You are out.");
});

test("ten seconds before the end who has not chosen is called", () => {
  const before = after(...gameOf("villager"), dawn(), { type: "my:skip" }, voting);
  const late = happened(before, { type: "my:tick", now: 1_000_000 + 160_000 });
  assert.equal(announcement(before, late).assertive, "10 seconds left. You have not chosen.");
});

test("the first look at the card only warns that the next is spoken", () => {
  const before = after(...gameOf("doctor"));
  const first = happened(before, { type: "my:hold" });
  assert.match(announcement(before, first).polite, /headphones/);
  const away = happened(first, { type: "my:release" });
  assert.match(announcement(away, happened(away, { type: "my:hold" })).polite, /^Doctor\. With the town\./);
});
