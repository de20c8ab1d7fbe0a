import assert from "node:assert/strict";
import { test } from "node:test";
import { absence, gist, meanwhile, welcomeBack } from "../../static/js/room/meanwhile.js";
import { screenOf } from "../../static/js/room/view.js";
import { MINUTE, NOON, SECOND, annAbsent, annDied, back, begun, bobDied, catOut, inDay, inNight, message, out, reloaded, slept, tick } from "./absence.js";
import { after, dawn, ending, happened, roomUpdate, snapshot, voting } from "./scene.js";

for (const [way, come] of /** @type {const} */ ([["came back", back], ["reloaded", reloaded]])) {
  test(`who ${way} reads what happened, in order, and where the game stands`, () => {
    const state = come(inNight, { phase: "night", round: 2, timeline: [...begun, bobDied, catOut], hostId: "dan", chat: [message()] });
    assert.deepEqual(meanwhile(state), [
      "Dawn 1. bob did not wake up. Their card: Doctor.", "Vote 1. cat leaves, with 3 votes. Their card: Mafia.",
      "dan is host now.", "1 new message", "It is night 2 now.",
    ]);
    assert.equal(welcomeBack(state), "You are back. 5 events while you were away.");
  });

  test(`what was known before is not told again to who ${way}`, () => {
    const state = come([...inNight, dawn({ userId: "bob", role: "doctor" }), voting],
      { phase: "night", round: 2, timeline: [...begun, bobDied, { kind: "voting", round: 1, at: 3 }, catOut] });
    assert.deepEqual(meanwhile(state), ["Vote 1. cat leaves, with 3 votes. Their card: Mafia.", "It is night 2 now."]);
  });

  test(`who ${way} and was counted out by day reads why`, () => {
    const state = come(inDay, { phase: "day", timeline: [...begun, { kind: "dawn", round: 1, at: 1 }, annAbsent], players: out("ann") });
    assert.deepEqual(meanwhile(state), ["A seat waits for 30 seconds. Yours was empty for longer, so you are out."]);
  });

  test(`dawn does not tell who ${way} what they died of`, () => {
    const died = { phase: /** @type {const} */ ("day"), timeline: [...begun, annDied], players: out("ann") };
    assert.equal(meanwhile(come(inNight, died))[1], "You are out. Dawn does not say whether it was the Mafia or your absence.");
    assert.equal(meanwhile(come(inNight, died, 20 * SECOND))[1], "You are out.");
  });

  test(`who ${way} after the end reads who won`, () => {
    const { type: _type, ...end } = ending;
    const state = come(inDay, { phase: "ended", status: "ended", timeline: [...begun, catOut], end: /** @type {any} */ (end) });
    assert.equal(screenOf(state), "end");
    assert.equal(meanwhile(state).at(-1), "The game is over: Town wins.");
  });

  test(`who ${way} to the lobby of a rematch reads that the game is over`, () => {
    assert.deepEqual(meanwhile(come(inDay, { status: "lobby", phase: "lobby", startedAt: null })), ["The game ended, and the table is back in the lobby."]);
    assert.deepEqual(meanwhile(come([...inDay, ending], { status: "lobby", phase: "lobby", startedAt: null })),
      ["The table is back in the lobby for another game."]);
  });

  test(`who ${way} in the middle of the next game is shown it, not the end of the last`, () => {
    const state = come([...inDay, ending], { phase: "day", startedAt: NOON + 50, timeline: [...begun, bobDied] });
    assert.equal(screenOf(state), "day");
    assert.deepEqual(meanwhile(state), ["A new game has begun.", "Dawn 1. bob did not wake up. Their card: Doctor.", "It is day 1 now."]);
  });
}

test("a hiccup in which nothing happened says only that one is back, and a reload says nothing", () => {
  const hiccup = back(inNight, { timeline: begun, chat: [message()] }, 2 * SECOND);
  assert.deepEqual([meanwhile(hiccup), welcomeBack(hiccup)], [[], "You are back."]);
  assert.equal(reloaded(inNight, { timeline: begun, chat: [message()] }, 2 * SECOND).away, null);
});

test("what happened in a hiccup is told all the same", () => {
  assert.equal(meanwhile(back(inNight, slept, SECOND))[0], "Dawn 1. bob did not wake up. Their card: Doctor.");
});

test("who played in another tab meanwhile was not away", () => {
  assert.equal(back(inNight, slept, MINUTE, 4409).away, null);
});

test("a first visit, and another room, have nothing to tell", () => {
  assert.equal(after(snapshot(slept)).away, null);
  assert.equal(reloaded([{ type: "auth:success", userId: "ann" }, roomUpdate({ roomId: "another" })], slept).away, null);
});

test("a dawn that was missed leaves its sign on the role tab, as one that was seen does", () => {
  assert.equal(back(inNight, slept).ui.news, true);
});

test("what was said meanwhile counts as unread, but for the own words", () => {
  const chat = [message(), message({ id: "n" }), message({ id: "o", userId: "ann" })];
  assert.equal(back([...inDay, { type: "my:tab", tab: "table" }], { phase: "day", timeline: begun, chat }).ui.unread, 2);
});

test("a new host and new rules of a lobby are told", () => {
  const settings = { ...roomUpdate()["settings"], nightTime: 60 };
  const lobby = { status: /** @type {const} */ ("lobby"), phase: /** @type {const} */ ("lobby"), startedAt: null };
  const state = back([{ type: "auth:success", userId: "ann" }, roomUpdate({ hostId: "bob" })], { ...lobby, hostId: "ann", settings });
  assert.deepEqual(meanwhile(state), ["You are host now.", "The host changed the rules."]);
});

test("who comes back to a game that has begun meanwhile is sent to their card, the same whatever it is", () => {
  const told = /** @type {Wire.Role[]} */ (["villager", "mafia"]).map((role) => {
    const you = { ...snapshot().gameState.you, role, allies: [] };
    const state = back([{ type: "auth:success", userId: "ann" }, roomUpdate({ startsAt: NOON + SECOND })], { timeline: begun, you });
    return [meanwhile(state), state.ui.news];
  });
  assert.deepEqual(told[0], [["The game has begun. Look at your role.", "It is night 1 now."], true]);
  assert.deepEqual(told[0], told[1]);
});

test("where there is no room for more, one line tells the most of it", () => {
  const { type: _type, ...end } = ending;
  const over = back(inDay, { phase: "ended", status: "ended", timeline: [...begun, catOut], end: /** @type {any} */ (end), chat: [message()] });
  assert.equal(gist(over), "You are back. The game is over. 1 new message.");
  assert.equal(gist(back(inNight, slept, SECOND)), "You are back. It is day 1 now.");
});

test("it stays until it is put away, or a phase after it was read", () => {
  const state = back(inNight, slept);
  assert.equal(happened(state, { type: "my:back" }).away, null);
  assert.notEqual(happened(state, voting).away, null);
  assert.equal(happened(state, tick(2 * MINUTE), voting).away, null);
});

test("an absence is told in seconds, and from a minute on in minutes", () => {
  const lasting = (/** @type {number} */ gap) => absence(/** @type {Table.Away} */ (back(inNight, slept, gap).away));
  assert.deepEqual([lasting(20 * SECOND), lasting(MINUTE), lasting(5 * MINUTE)],
    ["You were away for 20 seconds.", "You were away for 1 minute.", "You were away for 5 minutes."]);
});
