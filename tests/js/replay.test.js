import assert from "node:assert/strict";
import { test } from "node:test";
import { captionOf, titleOf } from "../../static/js/replay/caption.js";
import { chapterAt, chaptersOf, pauseAfter, reelOf, viewAt } from "../../static/js/replay/reel.js";
import { CAST, dawn, ending, gameOf, lastDawn, night, players, roomUpdate, voting } from "./scene.js";

const ALL = 0b111111;
const role = (/** @type {Wire.Role} */ card) => ({ type: "game:role", role: card, allies: [] });
const said = (/** @type {string} */ id, /** @type {Wire.Channel} */ channel) => ({ type: "chat:message", id, userId: "ann", message: id, channel, at: 1 });
const [, , dealt, seal, , first] = /** @type {Wire.Frame[]} */ (gameOf("mafia"));

/** @type {[number, Wire.Frame, number][]} */
const GAME = [
  [0, dealt ?? ending, ALL], [0, seal ?? ending, ALL], [0, role("mafia"), 0b10], [0, role("doctor"), 0b100], [0, first ?? ending, ALL],
  [2_000, said("whisper", "mafia"), 0b10], [3_000, { type: "action:mafiaKill", targetId: "eve" }, 0b10], [4_000, { type: "action:doctorSave", targetId: "bob" }, 0b100],
  [38_000, dawn({ userId: "eve", role: "villager" }), ALL], [40_000, said("morning", "day"), ALL], [90_000, voting, ALL],
  [95_000, { type: "vote:cast", targetId: "ann" }, 0b100], [95_000, { type: "vote:update", counts: { ann: 1 }, cast: 1 }, ALL],
  [120_000, { type: "vote:result", eliminatedUserId: "ann", role: "mafia", counts: { ann: 1 }, tie: false }, ALL], [120_000, ending, ALL],
];

/** @param {number | null} seat */
function reel(seat) {
  const moments = seat === null ? GAME : GAME.filter(([, , audience]) => (audience >> seat) & 1).map(([at, frame]) => /** @type {Replay.Moment} */ ([at, frame]));
  return reelOf({ seat, beganAt: 1_000_000, moments }, players());
}
const whole = (/** @type {Replay.Reel} */ shown) => viewAt(shown, shown.moments.length);
const upTo = (/** @type {Replay.Reel} */ shown, /** @type {string} */ type) => shown.moments.findIndex(([, frame]) => frame.type === type) + 1;

test("going back and going on show the same", () => {
  const shown = reel(null);
  const known = { count: 5, view: viewAt(shown, 5) };
  assert.deepEqual(viewAt(shown, 12, known), viewAt(shown, 12));
  assert.deepEqual(viewAt(shown, 3, known), viewAt(shown, 3));
});

test("everybody's eyes know each card, each choice and each whisper as it happened", () => {
  const { state, truth } = viewAt(reel(null), 8);
  assert.deepEqual(truth.roles, { ann: "mafia", bob: "doctor" });
  assert.deepEqual(truth.picks, { ann: "eve", bob: "bob" });
  assert.deepEqual([state.chat.map(({ id }) => id), state.secret.role], [["whisper"], null]);
});

test("a seat knows its own card and choice, and none of another", () => {
  const { state, truth } = viewAt(reel(2), 5);
  assert.deepEqual([state.me, state.secret.role, state.secret.target, state.chat], ["bob", "doctor", "bob", []]);
  assert.deepEqual(truth, { roles: {}, picks: {} });
});

test("who looks on is nobody, and is dealt nothing", () => {
  const { state } = whole(reel(0));
  assert.deepEqual([state.me, state.secret.role], [null, null]);
});

test("a new phase forgets who chose whom", () => {
  assert.deepEqual(viewAt(reel(null), 9).truth.picks, {});
});

test("a game ends with its story", () => {
  assert.equal(whole(reel(null)).state.recap?.winner, "villagers");
});

test("whoever was counted out without a frame of its own is out after the next whole stage", () => {
  const shown = reelOf({ seat: 0, beganAt: 0, moments: [[0, roomUpdate({ status: "in_game" })], [0, night(1)],
    [9, { type: "room:watching", gameState: { players: players([{}, { alive: false }]), endsAt: 77, timeline: [], votes: { counts: {}, cast: 0 } } }]] }, players());
  const { state } = whole(shown);
  assert.deepEqual([state.room?.players.map(({ alive }) => alive), state.game?.endsAt], [[true, false, true, true, true], 77]);
});

test("each phase is a chapter, and one is in the last that has begun", () => {
  const chapters = chaptersOf(reel(null));
  assert.deepEqual(chapters.map(({ count, phase }) => [count, phase]), [[5, "night"], [9, "day"], [11, "voting"]]);
  assert.deepEqual([4, 5, 10, 15].map((count) => chapterAt(chapters, count)), [-1, 0, 1, 2]);
  assert.equal(titleOf(chapters[0]), "Night 1");
  assert.equal(titleOf(undefined), "The deal");
});

test("silence is cut short, and nothing comes too fast to see", () => {
  const shown = reel(null);
  assert.deepEqual([pauseAfter(shown, 8, 1), pauseAfter(shown, 8, 4), pauseAfter(shown, 6, 2), pauseAfter(shown, 1, 1)], [6000, 1500, 500, 40]);
});

test("each moment has its sentence", () => {
  const caption = (/** @type {string} */ type) => {
    const shown = reel(null);
    const count = upTo(shown, type);
    return captionOf({ reel: shown, chapters: [], count, view: viewAt(shown, count), isPlaying: false, speed: 1, eyes: "" });
  };
  assert.equal(caption("game:role"), "1 ann gets a card.");
  assert.equal(caption("chat:message"), "1 ann says: whisper");
  assert.equal(caption("action:mafiaKill"), "1 ann chooses 5 eve.");
  assert.equal(caption("vote:cast"), "2 bob votes for 1 ann.");
  assert.equal(caption("vote:update"), "1 vote is in.");
  assert.equal(caption("vote:result"), "ann leaves, with 1 vote. Their card: Mafia.");
  assert.equal(caption("game:end"), "Town wins");
  assert.equal(CAST.length, 5);
});

test("the caption of a last night names who died in it", () => {
  const moments = GAME.slice(0, 8).concat([[38_000, lastDawn({ userId: "eve", role: "villager" }), ALL], [38_000, ending, ALL]]);
  const shown = reelOf({ seat: null, beganAt: 1_000_000, moments }, players());
  const captions = [9, 10].map((count) => captionOf({ reel: shown, chapters: [], count, view: viewAt(shown, count), isPlaying: false, speed: 1, eyes: "" }));
  assert.deepEqual(captions, ["The end. eve did not wake up. Their card: Villager.", "Town wins"]);
});
