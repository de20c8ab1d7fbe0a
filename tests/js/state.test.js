import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsLeft } from "../../static/js/room/clock.js";
import { choiceOf, isShown, screenOf, seatOf, themeOf } from "../../static/js/room/view.js";
import { after, dawn, ending, gameOf, happened, lastDawn, night, players, roomUpdate, snapshot, voting } from "./scene.js";

const REVEAL = 8_000;
const pending = (/** @type {string} */ kind, /** @type {string} */ targetId) => ({ type: "my:pending", pending: { ref: "1", kind, targetId, since: 0 } });

test("a frame that nobody knows changes nothing", () => {
  const state = after(roomUpdate());
  assert.equal(happened(state, { type: "game:weather", rain: true }), state);
});

test("the first night begins with the card, and goes on without it when the time is over", () => {
  const state = after(...gameOf("doctor"));
  assert.equal(screenOf(state), "reveal");
  assert.equal(screenOf(happened(state, { type: "my:tick", now: state.now + REVEAL })), "night");
  assert.equal(screenOf(happened(state, { type: "my:known" })), "night");
});

test("every role sees the same screen, theme and choice at night", () => {
  const seen = /** @type {Wire.Role[]} */ (["mafia", "detective", "doctor", "villager"]).map((role) => {
    const state = after(...gameOf(role), { type: "my:known" }, pending("act", "bob"));
    return JSON.stringify([screenOf(state), themeOf(screenOf(state)), choiceOf(state), secondsLeft(state)]);
  });
  assert.equal(new Set(seen).size, 1);
});

test("a secret is shown only while the card is held or kept open", () => {
  const state = after(...gameOf("mafia", ["bob"]));
  assert.equal(isShown(state), false);
  assert.equal(isShown(happened(state, { type: "my:hold" })), true);
  assert.equal(isShown(happened(state, { type: "my:hold" }, { type: "my:release" })), false);
});

test("a new phase closes the card", () => {
  const state = after(...gameOf("mafia", ["bob"]), { type: "my:keep", kept: true }, dawn());
  assert.equal(isShown(state), false);
});

test("the rematch forgets the role, the findings and the marks", () => {
  const state = after(...gameOf("detective"), { type: "action:result", inspectResult: { userId: "bob", isMafia: true } },
    { type: "my:mark", userId: "bob", mark: "suspect" }, ending, roomUpdate());
  assert.deepEqual([state.secret.role, state.secret.allies, state.secret.inspections, state.game], [null, [], [], null]);
  assert.deepEqual(state.ui.marks, {});
});

test("who still reads the end may stay there while the others go back to the lobby", () => {
  const state = after(...gameOf("mafia"), ending, roomUpdate());
  assert.equal(screenOf(state), "end");
  assert.equal(screenOf(happened(state, { type: "my:dismiss" })), "lobby");
});

test("a snapshot does not put the own role, or a partner's, on a seat", () => {
  const state = after(snapshot({ players: players([{ role: "mafia" }, { role: "mafia" }]) }));
  assert.deepEqual([seatOf(state, "ann")?.role, seatOf(state, "bob")?.role], [undefined, undefined]);
  assert.equal(state.secret.role, "mafia");
});

test("the dead of the dawn leave the table with what the table learns", () => {
  const state = after(...gameOf("villager"), dawn({ userId: "bob", role: "doctor" }));
  assert.equal(screenOf(state), "dawn");
  assert.deepEqual([seatOf(state, "bob")?.alive, seatOf(state, "bob")?.role], [false, "doctor"]);
});

test("a game that ends in the night has a last dawn, of which the story and the table tell, and the end after it", () => {
  const state = after(...gameOf("villager"), lastDawn({ userId: "bob", role: "doctor" }), ending);
  assert.deepEqual([screenOf(state), seatOf(state, "bob")?.alive, state.recap?.players[1]?.alive], ["dawn", false, false]);
  assert.deepEqual(state.recap?.timeline.map(({ kind }) => kind), ["night", "dawn"]);
  assert.equal(screenOf(happened(state, { type: "my:skip" })), "end");
  assert.equal(screenOf(happened(state, { type: "my:tick", now: state.now + 6_000 })), "end");
});

test("a game that ends with a vote has no dawn after it", () => {
  const result = { type: "vote:result", eliminatedUserId: "bob", counts: { bob: 3 }, tie: false };
  const state = after(...gameOf("villager"), dawn(), voting, result, { ...lastDawn(), deaths: undefined }, ending);
  assert.equal(screenOf(state), "out");
});

test("the story keeps its order, though the clock of this page runs ahead or behind", () => {
  const result = { type: "vote:result", eliminatedUserId: "bob", counts: { bob: 3 }, tie: false };
  for (const lag of [-60_000, 0, 900_000]) {
    const { game } = after(...gameOf("villager"), dawn(), voting, { type: "my:tick", now: 1_000_000 + lag }, result, night(2));
    const told = game?.timeline.toSorted((one, other) => one.at - other.at).map(({ kind }) => kind);
    assert.deepEqual(told, ["night", "dawn", "voting", "vote", "night"]);
  }
});

test("a later room update keeps what was public of the dead", () => {
  const state = after(...gameOf("villager"), dawn({ userId: "bob", role: "doctor" }),
    roomUpdate({ status: "in_game", players: players([{}, { alive: false }]) }));
  assert.equal(seatOf(state, "bob")?.role, "doctor");
});

test("a scene lasts some seconds, and a snapshot of a later phase ends it", () => {
  const state = after(...gameOf("villager"), dawn());
  assert.equal(screenOf(happened(state, { type: "my:tick", now: state.now + 6_000 })), "day");
  assert.equal(screenOf(happened(state, snapshot({ phase: "day" }))), "dawn");
  assert.equal(happened(state, snapshot({ phase: "voting" })).scene, null);
});

test("a tap is pending, an ack makes it so, and a refusal takes it back with a reason", () => {
  const state = after(...gameOf("villager"), dawn(), voting, pending("vote", "bob"));
  assert.deepEqual(choiceOf(state), { targetId: "bob", how: "pending" });
  assert.deepEqual(choiceOf(happened(state, { type: "ack", ref: "1" })), { targetId: "bob", how: "set" });
  const refused = happened(state, { type: "vote:error", code: "bad_target", ref: "1", event: "vote:cast" });
  assert.deepEqual(choiceOf(refused), { targetId: null, how: "set" });
  assert.equal(refused.ui.toast?.text, "bad_target");
});

test("what was tapped before the connection broke stays pending in the same phase only", () => {
  const state = after(...gameOf("villager"), pending("act", "bob"));
  assert.equal(happened(state, snapshot()).pending?.ref, "1");
  assert.equal(happened(state, snapshot({ phase: "day" })).pending, null);
});

test("every living player gets a sign on the role tab at dawn, findings or not", () => {
  const found = after(...gameOf("detective"), { type: "action:result", inspectResult: { userId: "bob", isMafia: true } }, dawn());
  const slept = after(...gameOf("villager"), dawn());
  assert.deepEqual([found.ui.news, slept.ui.news], [true, true]);
});

test("a message counts once, and the whispers of the Mafia not at all", () => {
  const message = { type: "chat:message", id: "m", userId: "bob", message: "hi", channel: "day", at: 1 };
  const state = after(...gameOf("mafia", ["bob"]), message, message, { ...message, id: "n", channel: "mafia" });
  assert.deepEqual([state.chat.length, state.ui.unread], [2, 1]);
});

test("the clock is the server's", () => {
  const state = after(...gameOf("villager"), { type: "my:known" }, { type: "my:clock", offset: 5_000, latency: 10 });
  assert.equal(secondsLeft(state), 33);
});

test("who leaves in the middle of a game is told so; from a lobby one may come back", () => {
  const left = { type: "room:left", roomId: "r", reason: "left" };
  assert.equal(after(...gameOf("villager"), left).left, "game");
  assert.equal(after(roomUpdate(), left).left, "left");
});

test("a snapshot shows as the own pick only what was tapped, not what the partners chose", () => {
  const you = { userId: "ann", role: /** @type {const} */ ("mafia"), allies: ["bob"], alive: true, target: "cat", pick: null, vote: null, done: false, inspections: [], saves: [] };
  assert.equal(choiceOf(after(snapshot({ you }))).targetId, null);
  assert.equal(choiceOf(after(snapshot({ you: { ...you, done: true, pick: "dan" } }))).targetId, "dan");
});
