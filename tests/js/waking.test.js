import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { dialled } from "./line.js";

test("a greeting that never comes is given up, for a browser in a tunnel would wait for minutes", () => {
  const { lines } = dialled();
  mock.timers.tick(10_000);
  mock.timers.tick(1000);
  assert.equal(lines.length, 2);
});

test("a tab whose timers sleep does not take that for the silence of the server", () => {
  const { last, lines } = dialled();
  last().connect();
  for (let minute = 0; minute < 5; minute += 1) {
    last().hear({ type: "pong", at: 0 });
    mock.timers.setTime(Date.now() + 55_000);
    mock.timers.tick(5000);
  }
  assert.equal(lines.length, 1);
});

test("who wakes up asks at once whether the line has outlived it, and dials anew when no answer comes", () => {
  const { connection, last, lines } = dialled();
  last().connect();
  connection.wake();
  last().hear({ type: "pong", at: 0 });
  mock.timers.tick(2000);
  assert.equal(lines.length, 1);
  connection.wake();
  mock.timers.tick(2000);
  assert.equal(lines.length, 2);
});

test("who wakes up waits for no back-off, and not for a greeting that is long overdue", () => {
  const { connection, last, lines } = dialled();
  last().connect();
  for (let failed = 0; failed < 5; failed += 1) {
    last().break(1006);
    mock.timers.tick(failed === 4 ? 10 : 9000);
  }
  const before = lines.length;
  connection.wake();
  connection.wake();
  assert.equal(lines.length, before + 1);
  mock.timers.tick(3000);
  connection.wake();
  assert.equal(lines.length, before + 2);
});

test("a table opened elsewhere is not woken either", () => {
  const { connection, last, lines } = dialled();
  last().connect();
  last().break(4409);
  connection.wake();
  assert.equal(lines.length, 1);
});

test("the page is told when all of the welcome has come", () => {
  const { last, greetings } = dialled();
  last().connect();
  assert.equal(greetings.length, 0);
  last().hear({ type: "ack", ref: last().sent[0]?.ref });
  assert.equal(greetings.length, 1);
});
