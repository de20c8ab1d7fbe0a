import assert from "node:assert/strict";
import { test } from "node:test";
import { leadOf } from "../../static/js/room/announce.js";
import { callOf, calledTitle, isCalled } from "../../static/js/room/calls.js";
import { cues } from "../../static/js/room/cues.js";
import { reduce } from "../../static/js/room/state/reduce.js";
import { CAST, after, dawn, ending, gameOf, happened, night, players, roomUpdate, snapshot, voting } from "./scene.js";

/**
 * What is heard of the last of these events.
 * @param {Table.State} state
 * @param {Wire.Frame} event
 */
const heard = (state, event) => cues(state, reduce(state, event));
/** @type {Wire.Frame} */
const tally = { type: "vote:update", counts: { bob: 1 }, cast: 1 };
const begun = after(...gameOf("villager"), { type: "my:known" });
const atVote = happened(begun, dawn(), { type: "my:skip" }, voting);
/** @type {Wire.Message & {type: string}} */
const line = { type: "chat:message", id: "1", userId: "bob", message: "it is @1", channel: "day", at: 0 };

test("each moment of a game has its sound", () => {
  const lobby = after({ type: "auth:success", userId: "ann" }, roomUpdate({ players: players().slice(1) }));
  assert.deepEqual(heard(lobby, roomUpdate()), ["join"]);
  assert.deepEqual(heard(begun, dawn()), ["dawn"]);
  assert.deepEqual(heard(begun, dawn({ userId: "bob" })), ["dawn", "out"]);
  assert.deepEqual(heard(happened(begun, dawn()), voting), ["ping"]);
  assert.deepEqual(heard(atVote, tally), ["vote"]);
  assert.deepEqual(heard(atVote, night(2)), ["night"]);
  assert.deepEqual(heard(atVote, { ...ending, winner: "mafia" }), ["win"]);
  assert.deepEqual(heard(atVote, ending), ["drum"]);
});

test("the end is not heard while the last vote is still being told", () => {
  const result = { type: "vote:result", eliminatedUserId: "bob", role: "mafia", counts: { bob: 3 }, tie: false };
  const told = happened(atVote, result);
  assert.deepEqual(heard(told, ending), []);
  assert.deepEqual(heard(happened(told, ending), { type: "my:skip" }), ["drum"]);
});

test("a game that begins is rung in once", () => {
  let state = after();
  const rung = gameOf("villager").flatMap((frame) => {
    const before = state;
    state = reduce(state, frame);
    return cues(before, state);
  });
  assert.deepEqual(rung, ["night"]);
});

test("who is named is called, by nobody's whisper", () => {
  const day = happened(begun, dawn(), { type: "my:skip" });
  assert.deepEqual(heard(day, line), ["ping"]);
  assert.deepEqual(heard(day, { ...line, message: "it is @12" }), []);
  assert.deepEqual(heard(begun, { ...line, channel: "mafia" }), []);
});

test("the last ten seconds tick, once a second", () => {
  const at = (/** @type {number} */ left) => ({ ...begun, now: 1_038_000 - left });
  assert.deepEqual(cues(at(11_000), at(10_000)), ["tick"]);
  assert.deepEqual(cues(at(10_000), at(9_600)), []);
  assert.deepEqual(cues(at(12_000), at(11_000)), []);
  assert.deepEqual(cues(at(400), at(0)), []);
});

test("what happened while somebody was away is not played on the return", () => {
  const back = happened(begun, { type: "auth:success", userId: "ann" });
  const later = snapshot({ phase: "voting", round: 2, chat: [{ ...line }] });
  assert.deepEqual(heard(back, /** @type {Wire.Frame} */ (later)), []);
});

/** What two players who know different things hear, and are called by, in the same night. */
const ROLES = /** @type {[Wire.Role, Wire.Id[]][]} */ ([["mafia", ["bob"]], ["detective", []], ["doctor", []], ["villager", []]]);
/** @type {Wire.Frame[]} */
const COURSE = [
  { type: "my:known" }, { type: "my:tick", now: 1_009_000 }, { type: "my:tick", now: 1_030_000 }, { type: "my:tick", now: 1_031_000 },
  dawn({ userId: CAST[4] ?? "" }), { type: "my:skip" }, voting, tally, night(2),
];
/** Words that only some of them get. @type {Record<string, Wire.Frame[]>} */
const PRIVATE = {
  mafia: [{ type: "action:update", targetId: "eve", byId: "bob" }, { ...line, id: "2", channel: "mafia" }],
  detective: [{ type: "action:result", inspectResult: { userId: "bob", isMafia: true } }],
};

test("no sound and no call depends on what only one player knows", () => {
  const courses = ROLES.map(([role, allies]) => {
    let state = after(...gameOf(role, allies));
    const [known, ...rest] = COURSE;
    const told = [known, ...(PRIVATE[role] ?? []), ...rest].flatMap((frame) => {
      const before = state;
      state = reduce(state, /** @type {Wire.Frame} */ (frame));
      return [...cues(before, state), callOf(before, state)].filter(Boolean);
    });
    return JSON.stringify([told, calledTitle(state), isCalled(state)]);
  });
  assert.equal(new Set(courses).size, 1);
});

test("who leads the vote can be told", () => {
  const lead = (/** @type {Record<string, number>} */ counts) => leadOf(happened(atVote, { ...tally, counts }));
  assert.deepEqual([lead({ bob: 2, cat: 1 }), lead({ bob: 1, cat: 1 }), lead({ skip: 1 })], ["2 bob leads.", "A tie for the lead.", "No one leads."]);
  assert.deepEqual([leadOf(atVote), leadOf(begun)], ["", ""]);
});

test("the title says what is asked and how long there is, and nothing of the card", () => {
  assert.equal(calledTitle(begun), "(!) Your pick 0:38 - Mafia");
  assert.equal(calledTitle(atVote), "(!) Your vote 2:50 - Mafia");
  assert.equal(isCalled({ ...atVote, pending: { ref: "r", kind: "vote", targetId: "bob", since: 0 } }), false);
});
