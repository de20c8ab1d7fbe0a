import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { markOf, nextMark } from "../../static/js/room/marks.js";
import { labelOf, quip } from "../../static/js/room/quips.js";
import { aloud, isForMe, isHidden, isQuiet, piecesOf, waitOf } from "../../static/js/room/talk.js";
import { seatOf } from "../../static/js/room/view.js";
import { speak } from "../../static/js/room/words.js";
import { after, dawn, gameOf, happened, night, players, roomUpdate, snapshot, voting } from "./scene.js";

const NOW = 1_000_000;
const DAY = NOW + 50_000;

afterEach(() => speak());

/** @param {Partial<Wire.Message>} [changes] @returns {Wire.Message} */
function message(changes = {}) {
  return { id: "m", userId: "bob", message: "hello", channel: "day", at: DAY, ...changes };
}

/** @param {import("../../static/js/room/talk.js").Piece[]} pieces */
function read(pieces) {
  return pieces.map((piece) => (typeof piece === "string" ? piece : `<${piece.username}>`)).join("");
}

const day = (/** @type {Wire.Frame[]} */ ...events) => after(...gameOf("villager"), dawn(), { type: "my:skip" }, ...events);
const heard = (/** @type {Partial<Wire.Message>} */ changes) => ({ type: "chat:message", ...message(changes) });

test("a seat's number behind an @ is whoever sits there, and other numbers are text", () => {
  assert.equal(read(piecesOf(day(), message({ message: "@3 and @9, or a@b?" }))), "<cat> and @9, or a@b?");
});

test("who is named is told from the others", () => {
  const pieces = piecesOf(day(), message({ message: "what do you say, @1?" }));
  assert.deepEqual([isForMe(day(), pieces), isForMe({ ...day(), me: "cat" }, pieces)], [true, false]);
});

test("a phrase is read in the reader's language, and in English as it was sent", () => {
  const said = message({ message: "I suspect cat.", phrase: { key: "suspect", targetId: "cat" } });
  speak({ tag: "en", words: {}, phrases: { suspect: ["Something else about {name}."] } });
  assert.equal(read(piecesOf(day(), said)), "I suspect cat.");
  speak({ tag: "de", words: {}, phrases: { suspect: ["Ich verdächtige {name}.", "{name}, hm."] } });
  assert.equal(read(piecesOf(day(), said)), "Ich verdächtige <cat>.");
});

test("a bot keeps to one way of saying a thing for each message", () => {
  const table = day(roomUpdate({ status: "in_game", players: players([{}, { isBot: true }]) }));
  speak({ tag: "de", words: {}, phrases: { greet: ["eins", "zwei", "drei"] } });
  const ways = (/** @type {string} */ id) => read(piecesOf(table, message({ id, phrase: { key: "greet" } })));
  assert.equal(ways("abc"), ways("abc"));
  assert.equal(new Set(["a", "b", "c", "d", "e"].map(ways)).size, 3);
});

test("a phrase that the language lacks, or about who is gone, is read as it was sent", () => {
  speak({ tag: "ar", words: {}, phrases: { trust: ["أثق بـ {name}."] } });
  assert.equal(read(piecesOf(day(), message({ message: "Why?", phrase: { key: "why" } }))), "Why?");
  assert.equal(read(piecesOf(day(), message({ message: "I trust Zoe.", phrase: { key: "trust", targetId: "zoe" } }))), "I trust Zoe.");
  assert.equal(read(piecesOf(day(), message({ message: "I trust cat.", phrase: { key: "trust", targetId: "cat" } }))), "أثق بـ <cat>.");
});

test("each filter hides what is flagged for it, nobody's own words, and nothing that was asked for", () => {
  const hides = (/** @type {Table.Prefs["filter"]} */ filter) =>
    /** @type {const} */ (["mild", "strict", undefined]).map((flag) => isHidden(day(), { ...message(), ...(flag && { flag }) }, filter));
  assert.deepEqual([hides("off"), hides("mild"), hides("strict")], [[false, false, false], [true, false, false], [true, true, false]]);
  assert.equal(isHidden(day(), message({ flag: "mild", userId: "ann" }), "strict"), false);
  assert.equal(isHidden(day({ type: "my:unhide", id: "m" }), message({ flag: "mild" }), "strict"), false);
});

test("what is hidden is not read aloud", () => {
  assert.equal(aloud(day(), message({ flag: "mild" })), "Hidden.");
});

test("who says nothing for a minute and a half of a day is quiet; a word ends it, and the night knows nothing of it", () => {
  const late = { type: "my:tick", now: NOW + 140_000 };
  const is = (/** @type {Table.State} */ state, /** @type {string} */ user) => isQuiet(state, /** @type {Table.Seat} */ (seatOf(state, user)));
  const state = day(heard({ at: DAY + 60_000 }), late);
  assert.deepEqual(["ann", "bob", "cat"].map((user) => is(state, user)), [false, false, true]);
  assert.equal(is(day(), "cat"), false);
  assert.equal(is(happened(state, night(2)), "cat"), false);
});

test("who is muted is told how long, second by second", () => {
  const state = day({ type: "chat:mute", userId: "ann", until: NOW + 3_000, reason: "flood" });
  assert.deepEqual([waitOf(state), waitOf(happened(state, { type: "my:tick", now: NOW + 2_500 })), waitOf(day())], [3, 1, 0]);
});

test("somebody muted is neither unread nor seen", () => {
  const muted = day({ type: "my:mute", userId: "bob" }, { type: "my:tab", tab: "table" });
  assert.equal(happened(muted, heard({})).ui.unread, 0);
  assert.equal(happened(muted, heard({ userId: "cat" })).ui.unread, 1);
});

test("a phrase is sent as its meaning, and comes back as words", () => {
  speak({ tag: "en", words: {}, phrases: { suspect: ["I suspect {name}."] } });
  /** @type {unknown[]} */
  const done = [];
  const player = /** @type {any} */ ({ send: (/** @type {unknown[]} */ ...frame) => done.push(frame), do: (/** @type {unknown[]} */ ...event) => done.push(event) });
  quip(player, "suspect", /** @type {Table.Seat} */ (seatOf(day(), "dan")));
  assert.deepEqual(done[0], ["chat:send", { phrase: { key: "suspect", targetId: "dan" } }]);
  assert.equal(/** @type {any} */ (done[1])[1].text, "I suspect @4.");
  assert.equal(labelOf("suspect"), "I suspect …");
  speak({ tag: "ar", words: {}, phrases: { suspect: ["أشك في {name}."] } });
  assert.equal(labelOf("suspect"), "أشك في \u2068…\u2069");
});

test("marks go from trust over unsure to suspect, and away again", () => {
  assert.deepEqual([undefined, "trust", "unsure", "suspect"].map((mark) => nextMark(/** @type {Table.Mark} */ (mark))), ["trust", "unsure", "suspect", "suspect"]);
  const twice = day({ type: "my:mark", userId: "bob", mark: "suspect" }, { type: "my:mark", userId: "bob", mark: "suspect" });
  assert.deepEqual(twice.ui.marks, {});
});

test("a mark shows on a seat by day alone, and stays in the notes at night", () => {
  const marked = day({ type: "my:mark", userId: "bob", mark: "unsure" });
  const seen = [marked, happened(marked, voting), happened(marked, night(2))].map((state) => markOf(state, "bob"));
  assert.deepEqual(seen, ["unsure", "unsure", undefined]);
  assert.equal(happened(marked, night(2)).ui.marks.bob, "unsure");
});

test("whom one tapped at night is kept in the notes, the same for every role", () => {
  const picks = /** @type {Wire.Role[]} */ (["mafia", "doctor", "villager"]).map((role) =>
    after(...gameOf(role), { type: "my:pending", pending: { ref: "1", kind: "act", targetId: "cat", since: 0 } }, { type: "ack", ref: "1" }, dawn()).ui.picks);
  assert.deepEqual(picks, Array(3).fill([{ round: 1, userId: "cat" }]));
});

test("a reload keeps the marks of this game and of no other", () => {
  const jottings = { roomId: "r", game: NOW, marks: { bob: /** @type {const} */ ("trust") }, notes: "hm" };
  const reloaded = (/** @type {number} */ startedAt) => happened({ ...after(), jottings }, snapshot({ startedAt })).ui;
  assert.deepEqual([reloaded(NOW).marks, reloaded(NOW).notes], [{ bob: "trust" }, "hm"]);
  assert.deepEqual([reloaded(NOW + 1).marks, reloaded(NOW + 1).notes], [{}, ""]);
});

test("who has reported enough is told so", () => {
  const state = day({ type: "chat:error", event: "chat:report", code: "rate_limited" });
  assert.equal(state.ui.toast?.text, "reported_enough");
});
