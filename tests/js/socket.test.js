import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { delay, mayReturn } from "../../static/js/room/backoff.js";
import { dialled } from "./line.js";

test("the first frame of every connection says who comes", () => {
  const { connection, last } = dialled();
  connection.send({ type: "room:ready" });
  last().connect();
  assert.deepEqual(last().types(), ["auth:identify", "room:ready"]);
});

test("what has no answer is sent again after a reconnect, under the same reference; what has one is not", () => {
  const { connection, last, lines } = dialled();
  last().connect();
  const answered = connection.send({ type: "room:ready" });
  const ref = connection.send({ type: "vote:cast", targetId: "bob" });
  last().hear({ type: "ack", ref: answered });
  last().break(1006);
  mock.timers.tick(500);
  last().connect();
  assert.equal(lines.length, 2);
  assert.deepEqual(last().sent.filter(({ type }) => type === "vote:cast"), [{ type: "vote:cast", targetId: "bob", ref }]);
  assert.ok(!last().types().includes("room:ready"));
});

test("a table opened elsewhere stays closed here", () => {
  const { last, lines, links } = dialled();
  last().connect();
  last().break(4409);
  mock.timers.tick(60_000);
  assert.deepEqual([lines.length, links.at(-1)?.status, links.at(-1)?.code], [1, "closed", 4409]);
});

test("a server that restarts is asked again", () => {
  const { last, lines } = dialled();
  last().connect();
  last().break(4503);
  mock.timers.tick(500);
  assert.equal(lines.length, 2);
});

test("a line that went silent is dropped and dialled anew", () => {
  const { last, lines } = dialled();
  last().connect();
  for (let second = 0; second < 20; second += 1) mock.timers.tick(1000);
  assert.ok(lines.length > 1);
});

test("several events may come in one frame", () => {
  const { last, heard } = dialled();
  last().connect();
  last().hear([{ type: "one" }, { type: "two" }]);
  assert.deepEqual(heard.map(({ type }) => type), ["auth:success", "one", "two"]);
});

test("each attempt waits longer, up to eight seconds, give or take a third", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 9].map((attempt) => delay(attempt, () => 0.5)), [500, 1000, 2000, 4000, 8000, 8000]);
  assert.deepEqual([delay(0, () => 0), delay(0, () => 1)], [350, 650]);
});

test("44xx is a no, everything else may come back", () => {
  assert.deepEqual([1001, 1006, 4400, 4409, 4499, 4503, 4508].map(mayReturn), [true, true, false, false, false, true, true]);
});
