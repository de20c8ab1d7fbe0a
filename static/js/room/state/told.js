// What the table is told of a night and of a vote: who is out, the scene of it, and its place in the story.

const SCENE_LASTS = 6000;

/**
 * What was told before a phase happened before it, whatever the clock of this page says: the server's is right.
 * @param {Wire.Entry[]} timeline
 * @param {number} at
 */
export function until(timeline, at) {
  return timeline.map((entry) => (entry.at > at ? { ...entry, at } : entry));
}

/**
 * Take the dead from the table, and show it for a moment.
 * @param {Table.State} state
 * @param {"dawn" | "out"} kind
 * @param {{deaths: Wire.Death[], tie: boolean, counts: Record<string, number>}} news
 * @returns {Table.State}
 */
export function withDeaths(state, kind, news) {
  if (!state.room || !state.game) return state;
  const dead = new Map(news.deaths.map((death) => [death.userId, death]));
  const players = state.room.players.map((player) =>
    dead.has(player.userId) ? { ...player, ...dead.get(player.userId), alive: false } : player,
  );
  const entry = { kind: /** @type {"dawn" | "vote"} */ (kind === "dawn" ? "dawn" : "vote"), round: state.game.round, at: momentOf(state.game, state, kind), ...entryOf(kind, news) };
  const game = { ...state.game, timeline: [...state.game.timeline, entry] };
  return { ...state, game, room: { ...state.room, players }, scene: { kind, round: state.game.round, ...news, until: state.now + SCENE_LASTS } };
}

/**
 * @param {"dawn" | "out"} kind
 * @param {{deaths: Wire.Death[], tie: boolean, counts: Record<string, number>}} news
 * @returns {Partial<Wire.Entry>}
 */
function entryOf(kind, { deaths, tie, counts }) {
  if (kind === "dawn") return { deaths };
  const { userId = null, ...shown } = deaths[0] ?? {};
  return { eliminatedUserId: userId, tie, counts, ...shown };
}

/**
 * Something is told now: a dawn as its day begins, and nothing earlier than what was heard before it.
 * @param {Table.Game} game
 * @param {Table.State} state
 * @param {"dawn" | "out"} kind
 */
function momentOf({ startedAt, timeline }, { now, offset, chat }, kind) {
  return kind === "dawn" ? startedAt : Math.max(now + offset, timeline.at(-1)?.at ?? 0, chat.at(-1)?.at ?? 0);
}
