// What this page missed: the difference between what it last knew of its table and what it finds on its return.
// It compares, and lets be kept, only what everybody at the table may see: no card, no finding, no whisper.

/** Nobody needs to be told what was said during a hiccup. */
const HICCUP = 8000;
/** As long as it takes to read what happened; a new phase may take it away after that. */
const READ_IN = 20_000;
const OPENED_ELSEWHERE = 4409;
const TOLD = ["dawn", "vote", "out"];

/**
 * What this page knows of its table at this moment, for the time after a return or a reload.
 * @param {Table.State} state
 * @returns {Table.Known | null}
 */
export function knownOf({ room, game, chat, me, heardAt }) {
  if (!room) return null;
  const { roomId, roomCode, status, hostId, players, settings } = room;
  return {
    roomId, roomCode, status, hostId, heardAt,
    game: game?.dealtAt ?? null,
    phase: game?.phase ?? "lobby",
    round: game?.round ?? 0,
    told: toldIn(game).length,
    isAlive: players.find(({ userId }) => userId === me)?.alive ?? true,
    rules: JSON.stringify(settings),
    chatAt: Math.max(0, ...publicly(chat).map(({ at }) => at)),
  };
}

/**
 * The state after a return. Who played elsewhere in the meantime was not away.
 * @param {Table.State} before
 * @param {Table.State} after
 * @returns {Table.State}
 */
export function returned(before, after) {
  const was = knownOf(before) ?? before.known;
  const next = { ...after, known: null };
  if (!was || was.roomId !== after.room?.roomId || before.link.code === OPENED_ELSEWHERE) return { ...next, away: null };
  const away = missed(was, after);
  const { ui } = after;
  const unread = ui.tab === "chat" ? 0 : ui.unread + away.chat;
  const news = ui.news || away.entries.some(({ kind }) => kind === "dawn") || away.other === "first";
  return { ...next, away: away.isNews || before.link.code !== null ? away : null, ui: { ...ui, unread, news } };
}

/**
 * What was missed goes with the next phase, but not before it can have been read.
 * @param {Table.State} state
 */
export function unread({ away, now }) {
  return away && now - away.at < READ_IN ? away : null;
}

/**
 * @param {Table.Known} was
 * @param {Table.State} after
 * @returns {Table.Away}
 */
function missed(was, after) {
  const is = /** @type {Table.Known} */ (knownOf(after));
  const isSame = was.game === is.game;
  const gap = Math.max(0, after.now - was.heardAt);
  const entries = toldIn(after.game).slice(isSame ? was.told : 0);
  const isOver = is.status === "ended" && !(isSame && was.status === "ended");
  const isOut = !is.isAlive && (was.isAlive || !isSame);
  const other = isSame ? null : othersOf(was, is);
  const host = was.hostId === is.hostId ? null : is.hostId;
  const hasNewRules = was.rules !== is.rules;
  const hasHappened = entries.length > 0 || [isOver, isOut, other, host, hasNewRules].some(Boolean);
  const isShort = !hasHappened && gap < HICCUP;
  const hasTurned = !isShort && is.status === "in_game" && (!isSame || was.phase !== is.phase || was.round !== is.round);
  const chat = isShort ? 0 : publicly(after.chat).filter(({ at, userId }) => at > was.chatAt && userId !== after.me).length;
  const isNews = hasHappened || hasTurned || chat > 0;
  return { at: after.now, gap, isNews, entries, isOver, isOut, other, host, hasNewRules, hasTurned, chat };
}

/**
 * Which other game the table is at by now.
 * @param {Table.Known} was
 * @param {Table.Known} is
 * @returns {NonNullable<Table.Away["other"]>}
 */
function othersOf(was, is) {
  if (is.game !== null) return was.game === null ? "first" : "begun";
  return was.status === "ended" ? "again" : "over";
}

/** @param {Table.Game | null} game */
function toldIn(game) {
  return (game?.timeline ?? []).filter(({ kind }) => TOLD.includes(kind));
}

/** @param {Wire.Message[]} chat */
function publicly(chat) {
  return chat.filter(({ channel }) => channel !== "mafia");
}
