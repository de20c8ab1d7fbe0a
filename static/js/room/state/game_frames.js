// The frames of a running game.

import { settled } from "./answered.js";
import { unread } from "./away.js";
import { blankVotes, faceDown } from "./blank.js";
import { blankSecret, turnedSecret } from "./secret.js";
import { until, withDeaths } from "./told.js";

/** @type {Record<string, import("./reduce.js").Handler>} */
export const gameFrames = {
  "game:commitment": (state, { commitment, setup }) => ({ ...state, wish: null, game: { ...opened(state), commitment, setup } }),
  "game:role": dealt,
  "game:phase": turned,
  "game:end": ended,
  "action:result": found,
  "action:update": (state, { targetId, byId }) => ({ ...state, secret: { ...state.secret, shared: { targetId, byId } } }),
  "vote:update": counted,
  "vote:result": voted,
  ack: settled,
};

/**
 * A game that has not begun its first night yet.
 * @param {Table.State} state
 * @returns {Table.Game}
 */
function opened(state) {
  return {
    phase: "night", round: 1, startedAt: state.now + state.offset, endsAt: null, dealtAt: null, setup: null, commitment: null,
    votes: blankVotes(), candidates: null, timeline: [],
  };
}

/**
 * @param {Table.State} state
 * @param {{role: Wire.Role, allies: Wire.Id[]}} frame
 * @returns {Table.State}
 */
function dealt(state, { role, allies }) {
  return { ...state, secret: { ...blankSecret(), role, allies }, recap: null, ui: faceDown(state.ui) };
}

/**
 * @param {Table.State} state
 * @param {{phase: Wire.Phase, duration: number, endsAt: number | null, round: number, deaths?: Wire.Death[], candidates?: Wire.Id[]}} frame
 * @returns {Table.State}
 */
function turned(state, { phase, duration, endsAt, round, deaths, candidates }) {
  // A game may end as the night does: its last dawn is told like the others.
  const dawn = phase === "day" || deaths !== undefined;
  const startedAt = endsAt === null || endsAt === undefined ? state.now + state.offset : endsAt - duration * 1000;
  const before = state.game ?? opened(state);
  const mark = phase === "night" || (phase === "voting" && !candidates) ? [{ kind: phase, round, at: startedAt }] : [];
  const game = {
    ...before, timeline: [...until(before.timeline, startedAt), ...mark],
    phase, round, startedAt, endsAt: endsAt ?? null, votes: blankVotes(), candidates: candidates ?? null,
    ...(phase === "night" && round === 1 && { dealtAt: startedAt }),
  };
  const tab = /** @type {Table.Tab} */ (phase === "day" ? "chat" : "table");
  const ui = { ...state.ui, tab, held: false, kept: false, unread: 0, dialog: null, news: dawn || state.ui.news, picks: picksOf(state), picker: null };
  const next = { ...state, game, secret: turnedSecret(state), pending: null, away: unread(state), ui };
  return dawn ? withDeaths(next, "dawn", { deaths: deaths ?? [], tie: false, counts: {} }) : next;
}

/**
 * Whom this player tapped, night for night: a suspicion of the town's, and of every card's as far as a looker-on can tell.
 * @param {Table.State} state
 */
function picksOf({ game, secret, ui }) {
  return game?.phase === "night" && secret.target ? [...ui.picks, { round: game.round, userId: secret.target }] : ui.picks;
}

/**
 * @param {Table.State} state
 * @param {{inspectResult?: Wire.Inspection | null}} frame
 * @returns {Table.State}
 */
function found(state, { inspectResult }) {
  if (!inspectResult) return state;
  const round = state.game?.round ?? 0;
  return { ...state, secret: { ...state.secret, inspections: [...state.secret.inspections, { ...inspectResult, round }] } };
}

/**
 * @param {Table.State} state
 * @param {Wire.Votes} frame
 * @returns {Table.State}
 */
function counted(state, { counts, cast, ballots }) {
  if (!state.game) return state;
  return { ...state, game: { ...state.game, votes: { counts, cast, ...(ballots && { ballots }) } } };
}

/**
 * @param {Table.State} state
 * @param {{eliminatedUserId: Wire.Id | null, role?: Wire.Role, side?: Wire.Side, counts: Record<string, number>, tie: boolean}} frame
 * @returns {Table.State}
 */
function voted(state, { eliminatedUserId, role, side, counts, tie }) {
  const deaths = eliminatedUserId ? [{ userId: eliminatedUserId, ...(role && { role }), ...(side && { side }) }] : [];
  return withDeaths({ ...state, pending: null }, "out", { deaths, tie, counts });
}

/**
 * @param {Table.State} state
 * @param {Wire.End} frame
 * @returns {Table.State}
 */
function ended(state, { winner, roles, stats, fairness, gameId }) {
  if (!state.room || !state.game) return state;
  const players = state.room.players.map((player) => ({ ...player, ...(roles[player.userId] && { role: roles[player.userId] }) }));
  const told = { winner, roles, stats, fairness, ...(gameId && { gameId }) };
  const recap = { ...told, players, timeline: state.game.timeline, receipt: null, links: null, dismissed: false };
  const ui = { ...state.ui, tab: /** @type {Table.Tab} */ ("table"), held: false, kept: false, dialog: null };
  const game = { ...state.game, phase: /** @type {Wire.Phase} */ ("ended"), endsAt: null };
  return { ...state, room: { ...state.room, status: "ended", players }, game, recap, pending: null, ui };
}
