// How everything begins, and what a new game takes back to its beginning.

import { blankSecret } from "./secret.js";

/** @returns {Wire.Votes} */
export function blankVotes() {
  return { counts: {}, cast: 0 };
}

/** @returns {Table.Ui} */
function blankUi() {
  return {
    tab: "table", unread: 0, news: false, held: false, kept: false, looked: false, known: false,
    dialog: null, toast: null, draft: "", returned: "", sent: {}, notes: "", marks: {}, picks: [],
    muted: [], unhidden: [], picker: null, mutedUntil: 0,
  };
}

/**
 * @param {Table.Queue["again"]} [again] why somebody looks for a table once more
 * @returns {Table.Queue}
 */
export function blankQueue(again = "") {
  return { since: null, waiting: 0, needed: 0, startsBy: 0, isFound: false, isLeaving: false, again, told: null };
}

/** @returns {Table.State} */
export function blankState() {
  return {
    now: 0,
    offset: 0,
    latency: null,
    slowSince: null,
    link: { status: "connecting", code: null, since: 0, retryAt: 0 },
    isOffline: false,
    heardAt: 0,
    known: null,
    jottings: null,
    away: null,
    me: null,
    visit: 0,
    seenAt: 0,
    queue: null,
    room: null,
    game: null,
    secret: blankSecret(),
    chat: [],
    recap: null,
    scene: null,
    pending: null,
    wish: null,
    left: null,
    ui: blankUi(),
  };
}

/**
 * The state without anything of the last game: no role may outlive it.
 * @param {Table.State} state
 * @returns {Table.State}
 */
export function forgetGame(state) {
  const ui = { ...faceDown(state.ui), marks: {}, picks: [], notes: "" };
  return { ...state, game: null, secret: blankSecret(), scene: null, pending: null, away: null, ui };
}

/**
 * A page on which nobody has looked at the card yet. Whispers that are still on their way belong to the card before it.
 * @param {Table.Ui} ui
 * @returns {Table.Ui}
 */
export function faceDown(ui) {
  const sent = Object.fromEntries(Object.entries(ui.sent).filter(([, { box }]) => box !== "whisper"));
  return { ...ui, held: false, kept: false, looked: false, known: false, news: false, sent };
}

/**
 * The state of who sits here no more. Who leaves in the middle of a game cannot come back to it.
 * @param {Table.State} state
 * @param {{reason: "left" | "kicked" | "closed"}} frame
 * @returns {Table.State}
 */
export function forgetRoom(state, { reason }) {
  const { status, startsAt } = state.room ?? {};
  const table = status === "in_game" ? "game" : startsAt ? "table" : "left";
  return { ...forgetGame(state), room: null, chat: [], wish: null, left: reason === "left" ? table : reason };
}
