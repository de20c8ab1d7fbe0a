import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { reduce } from "../../static/js/room/state/reduce.js";
import { unsentOf } from "../../static/js/room/unsent.js";
import { NOON, SECOND, tick } from "./absence.js";
import { dialled } from "./line.js";
import { after, gameOf, happened, roomUpdate, snapshot } from "./scene.js";

const lost = { type: "my:link", link: { status: "lost", code: 1006, since: NOON, retryAt: NOON } };
const open = { type: "my:link", link: { status: "open", code: null, since: NOON, retryAt: 0 } };
const said = { type: "my:said", ref: "one", text: "hello", box: "draft" };
const texts = (/** @type {Table.State} */ state) => unsentOf(state, "draft").map(({ text }) => text);

test("a browser without a network has lost its line at once", () => {
  const { connection, last, links } = dialled();
  last().connect();
  connection.follow(false);
  assert.equal(links.at(-1)?.status, "lost");
});

test("a network that is back is used at once, however long the next attempt would have waited", () => {
  const { connection, last, lines } = dialled();
  last().connect();
  connection.follow(false);
  for (let failed = 0; failed < 5; failed += 1) {
    mock.timers.tick(9000);
    last().break(1006);
  }
  const before = lines.length;
  connection.follow(true);
  assert.equal(lines.length, before + 1);
});

test("a line that outlived the network is asked, not cut; a table opened elsewhere stays closed", () => {
  const { connection, last, lines, links } = dialled();
  last().connect();
  connection.follow(true);
  assert.deepEqual([lines.length, links.at(-1)?.status], [1, "open"]);
  last().break(4409);
  connection.follow(false);
  connection.follow(true);
  assert.deepEqual([lines.length, links.at(-1)?.status], [1, "closed"]);
});

test("what waited for too long is not sent again, and the page is told", () => {
  const { connection, last, forgotten } = dialled();
  last().connect();
  last().break(1006);
  const ref = connection.send({ type: "chat:send", message: "hello" });
  mock.timers.setTime(Date.now() + 31_000);
  connection.open();
  last().connect();
  assert.deepEqual([forgotten, last().types()], [[ref], ["auth:identify"]]);
});

test("what was said without a line is shown as not sent until it is answered, also over the return to a lobby", () => {
  const state = after(roomUpdate(), tick(0), lost, said);
  assert.deepEqual(texts(state), ["hello"]);
  const back = happened(state, open, snapshot({ status: "lobby", phase: "lobby", startedAt: null }), tick(3 * SECOND));
  assert.deepEqual(texts(back), ["hello"]);
  assert.deepEqual(texts(happened(back, { type: "ack", ref: "one" })), []);
});

test("on a good line what was said is shown at once, and as not sent only when the answer is late", () => {
  const lates = (/** @type {Table.State} */ state) => unsentOf(state, "draft").map(({ isLate }) => isLate);
  const state = after(roomUpdate(), tick(0), said);
  assert.deepEqual([lates(state), lates(reduce(state, tick(3 * SECOND)))], [[false], [true]]);
});

test("what comes back as heard is not shown twice", () => {
  const heard = { type: "chat:message", id: "1", userId: "ann", message: "hello", channel: "lobby", at: NOON };
  assert.deepEqual(texts(after({ type: "auth:success", userId: "ann" }, roomUpdate(), said, heard)), []);
});

test("what is not sent any more comes back into its box, before what was begun since", () => {
  const state = after(roomUpdate(), tick(0), lost, said, { type: "my:draft", draft: "anybody?" }, { type: "my:forgotten", ref: "one" });
  assert.deepEqual([state.ui.draft, texts(state), state.ui.toast?.text], ["hello anybody?", [], "not_sent"]);
});

test("an unsent whisper does not outlive its game, an unsent word to the table does", () => {
  const whisper = { type: "my:said", ref: "two", text: "him", box: "whisper" };
  const state = after(...gameOf("mafia", ["bob"]), lost, said, whisper, open, roomUpdate());
  assert.deepEqual(Object.keys(state.ui.sent), ["one"]);
});

test("an unsent whisper does not come back into the next game, though its end was never heard of", () => {
  const whisper = { type: "my:said", ref: "two", text: "him", box: "whisper" };
  const state = after(...gameOf("mafia", ["bob"]), whisper, ...gameOf("villager"), { type: "chat:error", code: "muted", event: "chat:send", ref: "two" });
  assert.deepEqual([state.secret.whisper, state.secret.unheard], ["", ""]);
});
