import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { announcement } from "../../static/js/room/announce.js";
import { secondsLeft } from "../../static/js/room/clock.js";
import { countOf, promiseOf, waitedOf } from "../../static/js/room/search.js";
import { blankQueue } from "../../static/js/room/state/blank.js";
import { speak } from "../../static/js/room/words.js";
import { isPractice, screenOf } from "../../static/js/room/view.js";
import { after, ending, gameOf, happened, players, roomUpdate, snapshot } from "./scene.js";

const NOW = 1_000_000;

afterEach(() => speak());

/** @param {...Wire.Frame} events */
function queued(...events) {
  return happened({ ...after({ type: "auth:success", userId: "ann" }), queue: blankQueue() }, ...events);
}

/** @param {number} waiting @param {Partial<Wire.Waiting>} [more] @returns {Wire.Frame} */
function status(waiting, more = {}) {
  return { type: "matchmaking:status", waiting, needed: 6, waitedSeconds: 3, startsBy: NOW + 21_000, ...more };
}

/** @param {Table.State} state */
function search(state) {
  assert.ok(state.queue);
  return state.queue;
}

const found = { type: "matchmaking:found", roomId: "r", roomCode: "K7M2QF" };
const gathering = roomUpdate({ isPublic: true, hostId: "bob", startsAt: NOW + 12_000 });
const dissolved = { type: "room:left", roomId: "r", reason: "closed" };
const seatless = { type: "room:error", code: "not_in_room", event: "room:sync" };
const later = (/** @type {number} */ seconds) => ({ type: "my:tick", now: NOW + seconds * 1000 });

test("more people than a table needs are a table, not seven of six", () => {
  assert.deepEqual([1, 6, 9].map((waiting) => countOf({ waiting, needed: 6 })), ["1 of 6 found", "6 of 6 found", "6 of 6 found"]);
});

test("a start is promised only where there are enough for one", () => {
  const promise = (/** @type {Table.State} */ state) => promiseOf(state, search(state));
  assert.equal(promise(queued()), "Looking for others.");
  assert.equal(promise(queued(status(3))), "With 6 it starts in seconds. At least 4 are needed.");
  assert.equal(promise(queued(status(3, { needed: 4 }))), "It starts as soon as 1 more is here.");
  assert.equal(promise(queued(status(4))), "Starts in 0:21 at the latest.");
  assert.equal(promise(queued(status(4), later(22))), "Starts any moment.");
});

test("where bots fill the table, one is enough for a promise", () => {
  const state = queued(status(1, { needed: 1 }));
  assert.equal(promiseOf(state, search(state)), "Starts in 0:21 at the latest.");
});

test("the wait goes on between two words of the server, and does not jump with each", () => {
  const waited = (/** @type {Table.State} */ state) => waitedOf(state, search(state));
  const state = queued(status(2), later(10));
  assert.equal(waited(state), "You have waited 0:13.");
  assert.equal(waited(happened(state, status(3, { waitedSeconds: 12 }))), "You have waited 0:13.");
});

test("whose ticket ran out is told so once there is a new one", () => {
  const state = queued(status(2, { waitedSeconds: 40 }), later(300), status(1, { waitedSeconds: 0 }));
  assert.equal(search(state).again, "anew");
});

test("the count is said aloud at once, and then at most every ten seconds", () => {
  const told = (/** @type {Table.State} */ state, /** @type {Wire.Frame} */ event) => announcement(state, happened(state, event)).polite;
  assert.equal(told(queued(), status(1)), "1 of 6 found");
  const state = queued(status(1), later(2), status(2), later(4), status(3));
  assert.equal(told(state, status(4)), "");
  assert.equal(told(state, later(11)), "3 of 6 found");
});

test("a table that is found is told at once, and its lobby counts down by itself", () => {
  const before = queued(status(6));
  assert.equal(announcement(before, happened(before, found)).assertive, "Table found.");
  const state = happened(before, found, gathering);
  assert.deepEqual([screenOf(state), secondsLeft(state), state.queue], ["gathering", 12, null]);
});

test("once everybody is here it is said that the game begins", () => {
  const before = queued(found, roomUpdate({ startsAt: NOW + 9_000, players: players([{}, { connected: false }]) }));
  assert.match(announcement(before, happened(before, gathering)).polite, /^Everybody is here/);
});

test("a table that falls apart leads back to the queue, with a kind word", () => {
  const state = queued(found, gathering, dissolved, status(3));
  assert.deepEqual([screenOf(state), search(state).again, search(state).waiting, state.left], ["queue", "dissolved", 3, null]);
});

test("who missed the start of the table looks for another", () => {
  const state = queued(found, gathering, { type: "auth:success", userId: "ann" }, seatless);
  assert.deepEqual([screenOf(state), search(state).again], ["queue", "missed"]);
  assert.equal(screenOf(after(roomUpdate(), seatless)), "left");
});

test("a table of friends that closes leads to no queue", () => {
  assert.equal(screenOf(after(roomUpdate(), dissolved)), "left");
});

test("a table that is over does not hide the queue, nor does leaving it", () => {
  const state = queued(snapshot({ status: "ended", phase: "ended" }), { type: "room:left", roomId: "r", reason: "left" });
  assert.equal(screenOf(state), "queue");
});

test("the end of an old game is not shown at the new table", () => {
  const state = happened({ ...after(...gameOf("mafia"), ending), queue: blankQueue() }, found, gathering);
  assert.deepEqual([screenOf(state), state.recap], ["gathering", null]);
});

test("who sits at a table already is not put into the queue", () => {
  const refused = { type: "matchmaking:error", code: "already_in_room", event: "matchmaking:join" };
  assert.equal(search(queued(refused)).again, "seated");
  assert.equal(happened(queued(found, gathering), refused).queue, null);
});

test("a game against bots is one in which nobody else is human", () => {
  const bot = { isBot: true };
  assert.equal(isPractice(queued(roomUpdate({ players: players([{}, bot, bot, bot, bot]) }))), true);
  assert.equal(isPractice(queued(roomUpdate({ players: players([{}, bot, bot, bot]) }))), false);
});
