// What a button tells of a copy, and for how long; and how a link and a code are written.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isCopied } from "../../static/js/room/share.js";
import { blankState } from "../../static/js/room/state/blank.js";
import { reduce } from "../../static/js/room/state/reduce.js";
import { spelled } from "../../static/js/room/streamer.js";

const event = { type: "my:toast", text: "Link copied" };
const copied = reduce({ ...blankState(), now: 10_000 }, event);

test("a button says for two seconds that its text was copied", () => {
  assert.equal(isCopied(copied, "Link copied"), true);
  assert.equal(isCopied({ ...copied, now: 11_900 }, "Link copied"), true);
  assert.equal(isCopied({ ...copied, now: 12_100 }, "Link copied"), false);
});

test("no other button says so", () => {
  assert.equal(isCopied(copied, "Code copied"), false);
  assert.equal(isCopied(blankState(), "Link copied"), false);
});

test("a code is spelled in two halves", () => {
  assert.equal(spelled("K7M2QF"), "K7M-2QF");
});
