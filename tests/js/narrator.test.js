import assert from "node:assert/strict";
import { test } from "node:test";
import { mySeat, screenOf } from "../../static/js/room/view.js";
import { blankState } from "../../static/js/room/state/blank.js";
import { columnsOf } from "../../static/js/screen/columns.js";
import { narration } from "../../static/js/screen/narrator.js";
import { onlook } from "../../static/js/screen/onlooker.js";
import { dawn, ending, gameOf, lastDawn, night, players, roomUpdate, snapshot, voting } from "./scene.js";

const NOW = 1_000_000;
const [, lobby, inGame, seal, , firstNight] = gameOf("villager");
const start = /** @type {Wire.Frame[]} */ ([inGame, seal, firstNight]);
const tick = (/** @type {number} */ seconds) => ({ type: "my:tick", now: NOW + seconds * 1000 });
const result = { type: "vote:result", eliminatedUserId: "bob", role: "mafia", counts: { bob: 3 }, tie: false };

/** @param {Partial<Wire.GameState>} changes @returns {Wire.Frame} */
function stage(changes = {}) {
  const { you, ...gameState } = snapshot(changes).gameState;
  return { type: "room:watching", gameState };
}

/** What is seen, and all that was said on the way, one line for each event. @param {...(Wire.Frame | undefined)} events */
function watched(...events) {
  /** @type {Table.State} */
  let state = { ...blankState(), now: NOW, link: { status: "open", code: null, since: 0, retryAt: 0 } };
  const said = events.map((event) => {
    const before = state;
    state = onlook(before, /** @type {Wire.Frame} */ (event));
    return narration(before, state).join(" ");
  });
  return { state, said, last: said.at(-1) };
}

test("on the laptop of a player the screen is nobody's: no seat is its own, and no card is there", () => {
  const { state } = watched({ type: "auth:success", userId: "ann" }, stage());
  assert.deepEqual([mySeat(state), state.secret.role, screenOf(state)], [null, null, "reveal"]);
});

test("whoever comes and goes is named, and a table that is large enough is told so", () => {
  const three = players().slice(0, 3);
  const { said } = watched(roomUpdate({ players: three }), roomUpdate({ players: players().slice(0, 4) }), roomUpdate({ players: three }));
  assert.match(said[0] ?? "", /Scan the code/);
  assert.equal(said[1], "Welcome, dan. That is enough for a game. Say on your phone when you are ready. Everybody is ready. ann may start the game.");
  assert.equal(said[2], "dan has left.");
});

test("the cards, the night and the dawn are told to all, and who is out with the card that all may see", () => {
  const { said } = watched(lobby, ...start, tick(9), dawn({ userId: "eve", role: "villager" }));
  assert.match(said[2] ?? "", /card.* 2 of you are Mafia\.$/);
  assert.match(said[4] ?? "", /look only at your phone\..*one player\.$/);
  assert.match(said[5] ?? "", /eve did not wake up\. Their card: Villager\.$/);
});

test("the mafia's first meeting is announced as a night in which nobody dies", () => {
  const meeting = { ...seal, type: "game:commitment", setup: { ...seal?.setup, firstNight: "meeting" } };
  assert.match(watched(lobby, inGame, meeting, firstNight, tick(9)).last ?? "", /nobody dies/);
});

test("after the dawn the talk begins, with how many are left", () => {
  assert.match(watched(lobby, ...start, dawn({ userId: "eve" }), tick(7)).last ?? "", /4 of you are left\.$/);
});

test("a vote's end is told once, though the next night begins behind it", () => {
  const { said } = watched(lobby, ...start, dawn(), tick(7), voting, result, night(2), tick(14));
  assert.match(said[7] ?? "", /bob leaves, with 3 votes\. Their card: Mafia\.$/);
  assert.equal(said[8], "");
  assert.match(said[9] ?? "", /look only at your phone/);
});

test("a dawn that is still shown stands in the way of no vote", () => {
  const { state } = watched(lobby, ...start, dawn({ userId: "eve" }), voting);
  assert.equal(screenOf(state), "voting");
});

test("a game that ends in the night is told as a dawn, and then who has won", () => {
  const { state, said } = watched(lobby, ...start, tick(9), lastDawn({ userId: "eve", role: "villager" }), ending, tick(16));
  assert.match(said[5] ?? "", /eve did not wake up\. Their card: Villager\.$/);
  assert.match(said[7] ?? "", /^Town wins\. The Mafia were ann and bob\./);
  assert.equal(state.recap?.players[4]?.alive, false);
});

test("an end whose story comes a moment later is told then", () => {
  const { said } = watched(lobby, ...start, tick(9), { ...lastDawn(), deaths: undefined }, ending);
  assert.match(said[6] ?? "", /^Town wins\./);
});

test("a second vote names those who are tied", () => {
  const { last } = watched(lobby, ...start, dawn(), tick(7), voting, { ...voting, candidates: ["ann", "bob"] });
  assert.equal(last, "A tie between ann and bob. Vote once more.");
});

test("a vote that a late swing makes longer is told so", () => {
  const game = { phase: /** @type {const} */ ("voting"), round: 1 };
  const { said } = watched(stage({ ...game, endsAt: NOW + 4_000 }), stage({ ...game, endsAt: NOW + 11_000 }));
  assert.equal(said[1], "The lead has changed: a few seconds more.");
});

test("who stays away for too long is told to have left", () => {
  const game = { phase: /** @type {const} */ ("day"), round: 1 };
  const gone = [{ kind: /** @type {const} */ ("out"), round: 1, at: NOW, deaths: [{ userId: "cat" }] }];
  assert.equal(watched(stage(game), stage({ ...game, timeline: gone })).last, "3 cat has left the game.");
});

test("the last seconds of a day are counted, each mark once", () => {
  const { said } = watched(lobby, ...start, dawn(), tick(7), tick(81), tick(131), tick(132));
  assert.deepEqual(said.slice(-3), ["60 seconds left", "10 seconds left", ""]);
});

test("the end says who was of the mafia, and a rematch begins for the screen at once", () => {
  const { said, state } = watched(lobby, ...start, dawn(), tick(7), ending, roomUpdate());
  assert.match(said[6] ?? "", /^Town wins\. The Mafia were ann and bob\./);
  assert.match(said[7] ?? "", /Another game|Once more/);
  assert.equal(screenOf(state), "lobby");
});

test("a screen that is loaded anew says of a night what it said before", () => {
  const before = watched(lobby, ...start, tick(9)).last;
  assert.equal(watched(tick(9), stage({ setup: seal?.setup })).last, before);
});

test("a room that closes is told once", () => {
  const closed = { type: "room:left", roomId: "r", reason: "closed" };
  assert.deepEqual(watched(lobby, closed, tick(1)).said.slice(1), ["This table is closed. Good night.", ""]);
});

test("a full table stands in three rows, and beside the way in in four columns", () => {
  assert.deepEqual([4, 6, 10, 16, 17].map((seats) => columnsOf(seats)), [4, 3, 5, 6, 6]);
  assert.deepEqual([1, 6, 16].map((seats) => columnsOf(seats, true)), [1, 3, 4]);
});
