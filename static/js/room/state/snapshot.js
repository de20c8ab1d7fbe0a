// A whole snapshot of the room, as this player may know it, put in the place of all that the page held of it.

import { blankVotes, forgetGame } from "./blank.js";
import { restoredSecret } from "./secret.js";

/**
 * @param {Wire.Room} frame
 * @returns {Wire.Room}
 */
export function roomOf({ roomId, roomCode, status, isPublic, hostId, maxPlayers, settings, players, startsAt }) {
  return { roomId, roomCode, status, isPublic, hostId, maxPlayers, settings, players, ...(startsAt && { startsAt }) };
}

/**
 * Take a whole snapshot; what is older than its phase is forgotten, and no scene is played for what was missed.
 * @param {Table.State} state
 * @param {Wire.GameState} snapshot
 * @returns {Table.State}
 */
export function restored(state, snapshot) {
  const isSameGame = state.game?.dealtAt === snapshot.startedAt;
  const base = isSameGame && snapshot.status !== "lobby" ? state : forgetGame(state);
  const isSame = isSameGame && isSameMoment(state, snapshot);
  const room = roomOf(snapshot);
  const players = room.players.map((player) => (isPublic(snapshot, player) ? player : { ...player, role: undefined }));
  return {
    ...base,
    me: snapshot.you.userId,
    left: null,
    room: { ...room, players },
    game: gameOf(snapshot, base.game),
    secret: restoredSecret(base.secret, snapshot.you, isSame),
    offset: snapshot.now ? snapshot.now - state.now : state.offset,
    chat: snapshot.chat,
    recap: recapOf(base, snapshot, players),
    scene: isSame ? state.scene : null,
    pending: isSame ? state.pending : null,
    wish: snapshot.status === "in_game" ? null : state.wish,
    jottings: null,
    ui: { ...base.ui, ...jottedOf(state.jottings, snapshot) },
  };
}

/**
 * What was noted in this very game before the page was loaded anew.
 * @param {Table.Jottings | null} jottings
 * @param {Wire.GameState} snapshot
 */
function jottedOf(jottings, { roomId, startedAt }) {
  return jottings?.roomId === roomId && jottings.game === startedAt ? { marks: jottings.marks, notes: jottings.notes } : {};
}

/**
 * Whether what was tapped before the connection broke may still be sent: it is under way again.
 * @param {Table.State} state
 * @param {Wire.GameState} snapshot
 */
function isSameMoment({ game }, { phase, round }) {
  return game?.phase === phase && game.round === round;
}

/**
 * The snapshot names the viewer's own role and the partners' too; the screens get only what everybody may see.
 * @param {Wire.GameState} snapshot
 * @param {Wire.Player} player
 */
function isPublic({ status, settings }, { alive }) {
  return status === "ended" || (!alive && settings.revealRoles === "role");
}

/**
 * The story of the end; one that is still being read stays until the next game begins.
 * @param {Table.State} state
 * @param {Wire.GameState} snapshot
 * @param {Wire.Player[]} players
 * @returns {Table.Recap | null}
 */
function recapOf({ recap }, { status, end, timeline }, players) {
  if (!end) return status === "lobby" ? recap : null;
  const known = recap?.fairness.seed === end.fairness.seed ? recap : null;
  return { ...end, players, timeline, receipt: known?.receipt ?? null, links: known?.links ?? null, dismissed: false };
}

/**
 * A snapshot repeats everything but the seal, which came before the first card.
 * @param {Wire.GameState} snapshot
 * @param {Table.Game | null} known
 * @returns {Table.Game | null}
 */
function gameOf(snapshot, known) {
  if (snapshot.phase === "lobby") return null;
  return {
    phase: snapshot.phase,
    round: snapshot.round,
    startedAt: beganAt(snapshot),
    endsAt: snapshot.endsAt,
    setup: snapshot.setup ?? null,
    dealtAt: snapshot.startedAt,
    commitment: snapshot.commitment ?? known?.commitment ?? null,
    votes: snapshot.votes ?? blankVotes(),
    candidates: snapshot.votes?.candidates ?? null,
    timeline: snapshot.timeline,
  };
}

/**
 * When this phase began. The snapshot has the begin of the game only, which is that of the first night.
 * @param {Wire.GameState} snapshot
 */
function beganAt({ phase, round, startedAt, endsAt, settings }) {
  if (phase === "night" && round === 1) return startedAt ?? 0;
  const lengths = { night: settings.nightTime, day: settings.discussionTime, voting: settings.voteTime, ended: 0, lobby: 0 };
  return (endsAt ?? 0) - lengths[phase] * 1000;
}
