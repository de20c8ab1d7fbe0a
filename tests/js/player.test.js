import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "../../static/js/room/player.js";
import { reduce } from "../../static/js/room/state/reduce.js";
import { choiceOf, isWasted } from "../../static/js/room/view.js";
import { after, dawn, ending, gameOf, night, players, roomUpdate, snapshot, voting } from "./scene.js";

/** @param {Table.State} state */
function seated(state) {
  /** @type {Wire.Frame[]} */ const sent = [];
  const store = { state, happen: (/** @type {{type: string}} */ event) => void (store.state = reduce(store.state, event)) };
  const connection = { open() {}, send: (/** @type {Wire.Frame} */ frame) => (sent.push(frame), frame.ref ?? `ref ${sent.length}`) };
  return { sent, store, player: new Player(store, connection) };
}

const ROLES = /** @type {Wire.Role[]} */ (["mafia", "detective", "doctor", "villager"]);

test("at night a tap is one frame of the same length, whatever the role", () => {
  const lengths = ROLES.map((role) => {
    const { sent, player } = seated(after(...gameOf(role), { type: "my:known" }));
    player.tap("bob");
    assert.equal(sent.length, 1);
    return JSON.stringify(sent[0]).length;
  });
  assert.equal(new Set(lengths).size, 1);
});

const no = (/** @type {Wire.Frame | undefined} */ frame) => ({ type: "action:error", code: "bad_target", event: frame?.type, ref: frame?.ref });

test("a tap on oneself is one frame of the same length and the same pick, whatever the role", () => {
  const seen = ROLES.map((role) => {
    const { sent, store, player } = seated(after(...gameOf(role), { type: "my:known" }));
    player.tap("ann");
    player.hear({ type: "ack", ref: sent[0]?.ref ?? "" });
    return JSON.stringify([JSON.stringify(sent[0]).length, sent.length, choiceOf(store.state), store.state.ui.toast]);
  }).filter((_one, at) => ROLES[at] !== "doctor");
  assert.equal(new Set(seen).size, 1);
});

test("the server's no to a card leaves a mere tap on that seat, and a reason for who holds the card", () => {
  const { sent, store, player } = seated(after(...gameOf("doctor"), { type: "my:known" }));
  player.tap("bob");
  player.hear(no(sent[0]));
  assert.deepEqual([sent[1]?.type, sent[1]?.["targetId"], choiceOf(store.state).targetId], ["action:done", "bob", "bob"]);
  player.hear({ type: "ack", ref: sent[1]?.ref ?? "" });
  assert.deepEqual([choiceOf(store.state), isWasted(store.state)], [{ targetId: "bob", how: "set" }, true]);
  assert.equal(store.state.ui.toast, null);
});

test("a no to a card that comes late changes nothing", () => {
  const { sent, store, player } = seated(after(...gameOf("doctor"), { type: "my:known" }));
  player.tap("bob");
  player.tap("cat");
  player.hear(no(sent[0]));
  assert.deepEqual([sent.length, choiceOf(store.state).targetId, store.state.ui.toast], [2, "cat", null]);
});

test("a doctor's patient is known the night after: the tap is mere at once", () => {
  const { sent, player } = seated(after(...gameOf("doctor"), { type: "my:known" }));
  player.tap("bob");
  player.hear({ type: "ack", ref: sent[0]?.ref ?? "" });
  for (const frame of [dawn(), { type: "my:skip" }, voting, night(2)]) player.hear(frame);
  player.tap("bob");
  player.tap("cat");
  assert.deepEqual(sent.map(({ type }) => type), ["action:doctorSave", "action:done", "action:doctorSave"]);
});

test("a page that was loaded anew knows a doctor's patients, too", () => {
  const taps = (/** @type {Wire.You["saves"]} */ saves) => {
    const you = { ...snapshot().gameState.you, role: "doctor", allies: [], saves };
    const { sent, player } = seated(after(snapshot({ round: saves.length + 1, you }), { type: "my:known" }));
    player.tap("bob");
    player.tap("ann");
    return sent.map(({ type }) => type);
  };
  assert.deepEqual(taps(["bob"]), ["action:done", "action:doctorSave"]);
  assert.deepEqual(taps(["bob", null]), ["action:doctorSave", "action:doctorSave"]);
  assert.deepEqual(taps(["ann", "cat"]), ["action:doctorSave", "action:done"]);
});

test("what was refused comes back into its box in the order in which it was said, before what was begun since", () => {
  const { sent, store, player } = seated(after(...gameOf("villager"), dawn(), { type: "my:skip" }));
  player.say("hello");
  player.hear({ type: "chat:error", code: "rate_limited", event: "chat:send", ref: "ref 1" });
  assert.equal(store.state.ui.draft, "hello");
  player.say("again");
  player.do("draft", { draft: "hello and now" });
  player.hear({ type: "chat:error", code: "rate_limited", event: "chat:send", ref: "ref 2" });
  assert.deepEqual([sent.length, store.state.ui.draft, store.state.ui.sent], [2, "hello again and now", {}]);
});

test("a whisper says where it belongs, so that it is refused after dawn; it comes back where it was written, and no toast tells of it", () => {
  const { sent, store, player } = seated(after(...gameOf("mafia", ["bob"]), { type: "my:known" }));
  player.say("him?", "whisper");
  assert.equal(sent[0]?.["channel"], "mafia");
  player.hear({ type: "chat:error", code: "muted", event: "chat:send", ref: "ref 1" });
  const { secret, ui } = store.state;
  assert.deepEqual([secret.whisper, secret.unheard, ui.draft, ui.toast], ["him?", "muted", "", null]);
});

test("refused whispers come back in the order in which they were written, even with a snapshot in between", () => {
  const { store, player } = seated(after(...gameOf("mafia", ["bob"]), { type: "my:known" }));
  for (const text of ["him?", "or her?"]) player.say(text, "whisper");
  player.do("whisper", { whisper: "and then" });
  const no = (/** @type {string} */ ref) => ({ type: "chat:error", code: "rate_limited", event: "chat:send", ref });
  for (const frame of [no("ref 1"), snapshot({ you: { ...snapshot().gameState.you, role: "mafia", allies: ["bob"] } }), no("ref 2")]) player.hear(frame);
  assert.equal(store.state.secret.whisper, "him? or her? and then");
});

test("locking in is the same frame for every role", () => {
  const frames = ROLES.map((role) => {
    const { sent, player } = seated(after(...gameOf(role), { type: "my:known" }));
    player.finish();
    return { ...sent[0], ref: "" };
  });
  for (const frame of frames) assert.deepEqual(frame, { type: "action:done", ref: "" });
});

test("on a night of meeting everybody only says who is suspected", () => {
  const setup = { mafia: 1, detective: 1, doctor: 1, villager: 2, firstNight: /** @type {const} */ ("meeting") };
  const { sent, player } = seated(after(snapshot({ setup }), { type: "my:known" }));
  player.tap("cat");
  assert.equal(sent[0]?.type, "action:done");
});

test("the dead choose nothing", () => {
  const { sent, player } = seated(after(...gameOf("villager"), dawn({ userId: "ann" }), { type: "my:skip" }, voting));
  player.tap("bob");
  assert.deepEqual(sent, []);
});

test("a tap by day speaks of the seat in the chat", () => {
  const { sent, store, player } = seated(after(...gameOf("villager"), dawn(), { type: "my:skip" }));
  player.tap("cat");
  assert.deepEqual([sent.length, store.state.ui.draft, store.state.ui.tab], [0, "@3 ", "chat"]);
});

test("the next game against bots begins with one tap; people are waited for", () => {
  const bots = players([{}, ...Array.from({ length: 4 }, () => ({ isBot: true }))]);
  const alone = seated(after(...gameOf("villager"), roomUpdate({ status: "in_game", players: bots }), ending));
  alone.player.again();
  assert.deepEqual(alone.sent.map(({ type }) => type), ["room:rematch", "room:start"]);
  const together = seated(after(...gameOf("villager"), ending));
  together.player.again();
  assert.deepEqual([together.sent.map(({ type }) => type), together.store.state.recap?.dismissed], [["room:rematch"], true]);
});
