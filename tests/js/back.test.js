import assert from "node:assert/strict";
import { test } from "node:test";
import { meanwhile } from "../../static/js/room/meanwhile.js";
import { knownOf } from "../../static/js/room/state/away.js";
import { screenOf } from "../../static/js/room/view.js";
import { NOON, back, heard, inDay, inNight, message, slept, tick } from "./absence.js";
import { after, ending, gameOf, happened, roomUpdate } from "./scene.js";

test("what is kept across a reload is the same whatever the card, the findings and the whispers are", () => {
  const whisper = { type: "chat:message", ...message({ channel: "mafia" }) };
  const kept = [
    after(...gameOf("villager"), tick(0), heard),
    after(...gameOf("mafia", ["bob"]), tick(0), heard, whisper, { type: "action:update", targetId: "cat", byId: "bob" }),
    after(...gameOf("detective"), tick(0), heard, { type: "action:result", inspectResult: { userId: "bob", isMafia: true } }),
  ].map((state) => JSON.stringify(knownOf(state)));
  assert.equal(new Set(kept).size, 1);
});

test("what is told does not depend on what the player alone may know", () => {
  const you = { userId: "ann", alive: true, target: null, vote: null, done: false, saves: [], pick: null };
  const secrets = /** @type {Wire.You[]} */ ([
    { ...you, role: "villager", allies: [], inspections: [] },
    { ...you, role: "mafia", allies: ["bob"], inspections: [], target: "cat" },
    { ...you, role: "detective", allies: [], inspections: [{ userId: "bob", isMafia: true }] },
  ]);
  const told = secrets.map((secret, at) => {
    const state = back(inNight, { ...slept, you: secret, chat: at === 1 ? [message({ channel: "mafia" })] : [] });
    return JSON.stringify([state.away, meanwhile(state), state.ui]);
  });
  assert.equal(new Set(told).size, 1);
});

test("who has no seat any more is offered it where no game goes on", () => {
  const gone = { type: "room:error", event: "room:sync", code: "not_in_room" };
  const lobby = after(roomUpdate(), gone);
  assert.deepEqual([screenOf(lobby), lobby.left, lobby.known?.roomCode, lobby.room], ["left", "away", "K7M2QF", null]);
  assert.equal(after(...inDay, gone).left, "closed");
  assert.equal(happened(lobby, roomUpdate()).left, null);
});

test("a room that is closed by now, or closed to this player, has no seat to offer", () => {
  const lobby = after(roomUpdate(), { type: "room:error", event: "room:sync", code: "not_in_room" });
  const told = (/** @type {string} */ code) => happened(lobby, { type: "room:error", event: "room:join", code });
  assert.deepEqual([told("not_found").left, told("kicked").left, told("full").left], ["closed", "kicked", "away"]);
  assert.equal(told("full").ui.toast?.text, "full");
});

test("a server that restarts refuses who knocks meanwhile, and that is still a restart", () => {
  const link = { status: "lost", code: 4503, since: NOON, retryAt: NOON };
  const lost = after(roomUpdate(), { type: "my:link", link });
  const knocked = happened(lost, { type: "my:link", link: { ...link, status: "connecting", code: null } }, { type: "my:link", link: { ...link, code: 1006 } });
  assert.equal(knocked.link.code, 4503);
  const open = happened(knocked, { type: "my:link", link: { ...link, status: "open", code: null } });
  assert.equal(happened(open, { type: "my:link", link: { ...link, code: 1006 } }).link.code, 1006);
});

test("the verdict on the seal outlives a reconnect", () => {
  const { type: _type, ...end } = ending;
  const receipt = { seal: "c", told: "c", cards: [], isSealed: true, isDealt: true };
  const state = back([...inDay, ending, { type: "my:checked", receipt }], { phase: "ended", status: "ended", end: /** @type {any} */ (end) });
  assert.equal(state.recap?.receipt, receipt);
});

test("a tap of somebody who was away for too long tonight is told why it counts no more", () => {
  const no = { type: "action:error", event: "action:done", code: "dead" };
  assert.equal(after(...inNight, no).ui.toast?.text, "out_at_dawn");
  assert.equal(after(...inDay, no).ui.toast?.text, "dead");
});
