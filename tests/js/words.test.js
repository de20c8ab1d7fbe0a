import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { tidyCode } from "../../static/js/landing.js";
import { announcement } from "../../static/js/room/announce.js";
import { letterOf } from "../../static/js/room/keys.js";
import { _, listed, ngettext, phrase, speak } from "../../static/js/room/words.js";
import { after, dawn, gameOf, happened, voting } from "./scene.js";

afterEach(() => speak());

test("English is its own fallback, and a name in it is filled in", () => {
  assert.equal(_("Night {round}", { round: 2 }), "Night 2");
  speak({ tag: "de", words: { "Night {round}": "Nacht {round}" }, phrases: {} });
  assert.equal(_("Night {round}", { round: 2 }), "Nacht 2");
});

test("one vote is not two votes", () => {
  assert.deepEqual([1, 2].map((count) => ngettext("{count} vote", "{count} votes", count)), ["1 vote", "2 votes"]);
});

test("a sentence about a number takes the form that the language has for it", () => {
  const forms = { zero: "لا", one: "واحد", two: "اثنان", few: "{count} قليل", many: "{count} كثير", other: "{count}" };
  speak({ tag: "ar", words: { "{count} vote": forms }, phrases: {} });
  const said = [0, 1, 2, 3, 11, 100].map((count) => ngettext("{count} vote", "{count} votes", count));
  assert.deepEqual(said, ["لا", "واحد", "اثنان", "3 قليل", "11 كثير", "100"]);
});

test("a form that a language has no words for is said as the other", () => {
  speak({ tag: "fr", words: { "{count} vote": { one: "{count} voix", other: "{count} votes" } }, phrases: {} });
  assert.equal(ngettext("{count} vote", "{count} votes", 1_000_000), "1000000 votes");
});

test("a name of the other direction is kept apart from the sentence around it", () => {
  assert.equal(_("Not {name}!", { name: "ليلى" }), "Not \u2068ليلى\u2069!");
  speak({ tag: "ar", words: {}, phrases: {} });
  assert.equal(_("Not {name}!", { name: "Bob" }), "Not \u2068Bob\u2069!");
});

test("the same way of a phrase is always the same, and there is one for every number", () => {
  speak({ tag: "de", words: {}, phrases: { greet: ["Hallo.", "Guten Morgen, {name}."] } });
  assert.deepEqual([0, 1, 7].map((way) => phrase("greet", way, { name: "Bob" })), ["Hallo.", "Guten Morgen, Bob.", "Guten Morgen, Bob."]);
  assert.equal(phrase("nothing", 0), "");
});

test("names are listed as the language lists them", () => {
  assert.equal(listed(["ann", "bob", "cat"]), "ann, bob, and cat");
  speak({ tag: "de", words: {}, phrases: {} });
  assert.equal(listed(["ann", "bob", "cat"]), "ann, bob und cat");
});

test("a shortcut is found on a keyboard of another script, too", () => {
  const typed = [{ key: "R", code: "KeyR" }, { key: "ق", code: "KeyR" }, { key: "a", code: "KeyQ" }, { key: "?", code: "Minus" }];
  assert.deepEqual(typed.map(letterOf), ["r", "r", "a", "?"]);
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
