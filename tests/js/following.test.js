import assert from "node:assert/strict";
import { test } from "node:test";
import { Following } from "../../static/js/room/following.js";
import { after, dawn, gameOf, happened } from "./scene.js";

const day = after(...gameOf("villager"), dawn());

/** A box that is at its end, and who follows it. */
function atEnd() {
  const box = { scrollTop: 0, scrollHeight: 400, clientHeight: 300 };
  const reader = new Following();
  reader.settle(box);
  return { box, reader };
}

test("a box that shrinks, or is hidden and shown again, is at its end as before", () => {
  const { box, reader } = atEnd();
  box.clientHeight = 200;
  reader.scrolled(box);
  assert.equal(reader.isAtEnd, true);
  Object.assign(box, { scrollTop: 0, clientHeight: 0 });
  reader.scrolled(box);
  box.clientHeight = 150;
  reader.settle(box);
  assert.deepEqual([reader.isAtEnd, box.scrollTop], [true, box.scrollHeight]);
});

test("who scrolls up to read stays there, whatever comes", () => {
  const { box, reader } = atEnd();
  box.scrollTop = 20;
  reader.scrolled(box);
  box.scrollHeight = 900;
  reader.settle(box);
  assert.deepEqual([reader.isAtEnd, box.scrollTop], [false, 20]);
});

test("who says something sees it, though they had scrolled up; what others say moves nobody", () => {
  const { box, reader } = atEnd();
  reader.heard(day);
  box.scrollTop = 20;
  reader.scrolled(box);
  const others = happened(day, { type: "chat:message", id: "m1", userId: "bob", message: "hm", channel: "day", at: 1 });
  reader.heard(others);
  assert.equal(reader.isAtEnd, false);
  for (const own of [{ type: "my:said", ref: "1", text: "no", box: "draft" }, { type: "chat:message", id: "m2", userId: "ann", message: "no", channel: "day", at: 2 }]) {
    const each = new Following();
    each.isAtEnd = false;
    each.heard(happened(others, own));
    assert.equal(each.isAtEnd, true);
  }
});
