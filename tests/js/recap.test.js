import assert from "node:assert/strict";
import { test } from "node:test";
import { recapText } from "../../static/js/room/recap_text.js";
import { talliesOf } from "../../static/js/room/tallies.js";
import { after, ending, gameOf } from "./scene.js";

const NIGHTS = [
  { round: 1, kill: "eve", save: "eve", inspect: null, deaths: [], suspicions: { cat: "ann", dan: "cat", eve: "ann" } },
  { round: 2, kill: "cat", save: "dan", inspect: "bob", deaths: ["cat"], suspicions: { dan: "ann", eve: "bob" } },
];
const VOTES = [{ round: 1, ballots: { cat: "ann", dan: "ann", eve: null }, eliminatedUserId: null, tie: true }, { round: 2, ballots: { dan: "ann", eve: "ann" }, eliminatedUserId: "ann", tie: false }];
const STATS = { rounds: 2, nights: NIGHTS, votes: VOTES, suspicions: { cat: { right: 1, total: 1 }, dan: { right: 1, total: 2 }, ann: { right: 0, total: 2 } }, spoken: { ann: 9, bob: 8, dan: 2, eve: 4 } };

/** @param {Partial<Wire.Stats>} [changes] @param {Table.Links | null} [links] */
function recap(changes = {}, links = null) {
  const state = after(...gameOf("mafia"), { ...ending, gameId: "g", stats: { ...STATS, ...changes } }, { type: "my:recorded", links });
  return /** @type {Table.Recap} */ (state.recap);
}

test("the surest suspicions of the town come first, and the mafia's count for nothing", () => {
  assert.deepEqual(talliesOf(recap()).hits, [{ userId: "cat", right: 1, total: 1 }, { userId: "dan", right: 1, total: 2 }]);
});

test("most suspected is whom most taps and votes were for", () => {
  assert.deepEqual(talliesOf(recap()).suspected, { userId: "ann", count: 7 });
});

test("a save is a guard that met the Mafia's choice", () => {
  assert.deepEqual(talliesOf(recap()).saves, [{ userId: "eve", round: 1 }]);
});

test("quietest is who said least a day, while they lived", () => {
  assert.deepEqual(talliesOf(recap()).quietest, { userId: "cat", count: 0 });
  assert.equal(talliesOf(recap({ spoken: { ann: 2, bob: 1, cat: 5, dan: 4, eve: 8 } })).quietest?.userId, "bob");
});

test("a game of an older server, which did not count words, names nobody", () => {
  const { stats, ...old } = recap();
  const { spoken: _spoken, ...counted } = stats;
  assert.equal(talliesOf({ ...old, stats: counted }).quietest, null);
});

const LINKS = { named: "/g/named", nameless: "/g/nameless" };
const text = (/** @type {boolean} */ isNamed, /** @type {Table.Links | null} */ links = LINKS) => recapText(recap({}, links), { isNamed, origin: "https://m.example" });

test("a recap without names names nobody, tells no card, and leads to no name", () => {
  assert.equal(text(false), "A game of Mafia: 5 players, 2 rounds\nTown wins\nSee it again: https://m.example/g/nameless");
});

test("a recap with names tells who was who", () => {
  assert.equal(text(true), "A game of Mafia: 5 players, 2 rounds\nTown wins\nMafia: ann and bob\nDetective: dan\nDoctor: cat\nVillagers: eve\nSee it again: https://m.example/g/named");
});

test("before the game is in the records a recap leads to the site", () => {
  assert.equal(text(false, null), "A game of Mafia: 5 players, 2 rounds\nTown wins\nhttps://m.example");
});

test("where a game is kept is remembered with its story", () => {
  assert.deepEqual([recap({}, LINKS).links, recap({}, LINKS).gameId], [LINKS, "g"]);
});
