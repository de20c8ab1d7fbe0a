// What the server answered: a yes makes the pending thing so; a no takes it back, and is told kindly.

import { knownOf } from "./away.js";
import { forgetRoom } from "./blank.js";
import { answeredWish } from "./wishes.js";

export const SHOWN_FOR = 4000;

/** Who seems to live and is not heard has been away for too long. */
const OUT_AT_DAWN = "out_at_dawn";
/** A player has few reports in a game. */
const REPORTED_ENOUGH = "reported_enough";

/** Why there is no way back to a room. @type {Record<string, Table.State["left"]>} */
const NO_DOOR = { not_found: "closed", kicked: "kicked" };

/**
 * @param {Table.State} state
 * @param {{ref: string}} frame
 * @returns {Table.State}
 */
export function settled(state, { ref }) {
  const known = answeredWish(withoutSent(state, ref), ref);
  if (!state.pending || state.pending.ref !== ref) return known;
  const { kind, targetId, inVain } = state.pending;
  const acted = inVain ? state.secret.acted : targetId;
  const change = { vote: { vote: targetId }, act: { target: targetId, done: false, inVain, acted }, done: { done: true } }[kind];
  return { ...known, pending: null, secret: /** @type {Table.Secret} */ ({ ...state.secret, ...change }) };
}

/**
 * @param {Table.State} state
 * @param {{code: string, ref?: string, event?: string}} frame
 * @returns {Table.State}
 */
export function refused(state, { code, ref = "", event = "" }) {
  if (event === "room:sync" && code === "not_in_room") return lost(state);
  if (event === "room:join" && NO_DOOR[code]) return { ...state, left: NO_DOOR[code] };
  if (code === "bad_target" && isOfACard(event)) return state;
  const sent = state.ui.sent[ref];
  const known = answeredWish(withoutSent(state, ref), ref);
  if (sent?.box === "whisper") return unwhispered(known, sent.text, code);
  const pending = state.pending?.ref === ref ? null : state.pending;
  return { ...known, pending, ui: { ...known.ui, ...(sent && givenBack(sent.text, known.ui)), toast: toast(state, reasonOf(state, code, event)) } };
}

/**
 * What was said without a line, and too long ago to be said now, comes back into its box.
 * @param {Table.State} state
 * @param {{ref: string}} event
 * @returns {Table.State}
 */
export function unsent(state, { ref }) {
  return state.ui.sent[ref] ? refused(state, { code: "not_sent", ref }) : answeredWish(state, ref);
}

/**
 * A code that means something else to who is told of it.
 * @param {Table.State} state
 * @param {string} code
 * @param {string} event
 */
function reasonOf(state, code, event) {
  if (event === "chat:report" && code === "rate_limited") return REPORTED_ENOUGH;
  return code === "dead" && isAsleep(state) ? OUT_AT_DAWN : code;
}

/**
 * The seat was given away in the meantime. Where no game goes on, one may sit down again; the code of the room is kept.
 * @param {Table.State} state
 * @returns {Table.State}
 */
function lost(state) {
  if (state.left || !state.room) return { ...state, left: state.left ?? "closed" };
  const left = state.room.status === "in_game" ? "closed" : "away";
  return { ...forgetRoom(state, { reason: "closed" }), known: knownOf(state), left };
}

/**
 * A living player who is silenced at night was whispering, which no toast may tell.
 * @param {Table.State} state
 * @param {{userId: Wire.Id, until: number}} frame
 * @returns {Table.State}
 */
export function silenced(state, { userId, until }) {
  if (userId !== state.me) return state;
  if (isAsleep(state)) return unwhispered(state, "", "muted");
  return { ...state, ui: { ...state.ui, mutedUntil: until, toast: toast(state, "muted") } };
}

/**
 * A card that does nothing to a seat is no news to anybody who looks on.
 * @param {string} event
 */
function isOfACard(event) {
  return event.startsWith("action:") && event !== "action:done";
}

/** @param {Table.State} state */
function isAsleep({ game, room, me }) {
  return game?.phase === "night" && (room?.players.find(({ userId }) => userId === me)?.alive ?? false);
}

/**
 * @param {Table.State} state
 * @param {string} text
 * @param {string} code
 * @returns {Table.State}
 */
function unwhispered(state, text, code) {
  const { draft: whisper, returned } = givenBack(text, { ...state.secret, draft: state.secret.whisper });
  return { ...state, secret: { ...state.secret, whisper, returned, unheard: code } };
}

/**
 * @param {Table.State} state
 * @param {string} ref
 * @returns {Table.State}
 */
function withoutSent(state, ref) {
  const { [ref]: answered, ...sent } = state.ui.sent;
  return answered ? { ...state, ui: { ...state.ui, sent } } : state;
}

/**
 * What comes back stands before what was begun since, and behind what has come back before it.
 * @param {string} text
 * @param {{draft: string, returned: string}} box
 */
function givenBack(text, { draft, returned }) {
  const earlier = draft.startsWith(returned) ? returned : "";
  const all = joined(earlier, text);
  return { draft: joined(all, draft.slice(earlier.length).trimStart()), returned: all };
}

/**
 * Nothing that was typed is lost: neither what comes back, nor what was begun since.
 * @param {...(string | undefined)} texts
 */
function joined(...texts) {
  return texts.filter(Boolean).join(" ");
}

/**
 * @param {Table.State} state
 * @param {string} text
 */
function toast({ now }, text) {
  return { text, until: now + SHOWN_FOR };
}
