// What can be counted in a game that is over: who saw through whom, whom all suspected, whose guard held, who was quiet.

/**
 * @typedef {object} Tallies
 * @property {{userId: Wire.Id, right: number, total: number}[]} hits the suspicions of the town, the surest first
 * @property {{userId: Wire.Id, count: number} | null} suspected whom most taps and votes were for
 * @property {{userId: Wire.Id, round: number}[]} saves who lived because somebody guarded them
 * @property {{userId: Wire.Id, count: number} | null} quietest who said least in the days that they lived
 */

/**
 * @param {Table.Recap} recap
 * @returns {Tallies}
 */
export function talliesOf(recap) {
  return { hits: hits(recap), suspected: suspected(recap), saves: saves(recap), quietest: quietest(recap) };
}

/** @param {Table.Recap} recap */
function hits({ stats, roles, players }) {
  return players
    .filter(({ userId }) => roles[userId] !== "mafia")
    .map(({ userId }) => ({ userId, ...(stats.suspicions[userId] ?? { right: 0, total: 0 }) }))
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.right / other.total - one.right / one.total || other.total - one.total);
}

/** @param {Table.Recap} recap */
function suspected({ stats, players }) {
  const taps = stats.nights.flatMap(({ suspicions = {} }) => Object.entries(suspicions));
  const votes = stats.votes.flatMap(({ ballots }) => Object.entries(ballots));
  const aimed = [...taps, ...votes].filter(([by, target]) => by !== target).map(([, target]) => target);
  return most(players.map(({ userId }) => ({ userId, count: aimed.filter((target) => target === userId).length })));
}

/** @param {Table.Recap} recap */
function saves({ stats }) {
  return stats.nights.flatMap(({ save, kill, deaths, round }) => (save && save === kill && !deaths.includes(save) ? [{ userId: save, round }] : []));
}

/** @param {Table.Recap} recap */
function quietest({ stats, players }) {
  const { spoken } = stats;
  if (!spoken) return null;
  const talked = players
    .map(({ userId }) => ({ userId, count: spoken[userId] ?? 0, days: daysOf(stats, userId) }))
    .filter(({ days }) => days > 0)
    .sort((one, other) => one.count / one.days - other.count / other.days || other.days - one.days);
  const [least] = talked;
  return least && talked.length > 1 ? { userId: least.userId, count: least.count } : null;
}

/**
 * In how many days somebody could speak.
 * @param {Wire.Stats} stats
 * @param {Wire.Id} userId
 */
function daysOf({ nights, votes }, userId) {
  const killed = nights.find(({ deaths }) => deaths.includes(userId))?.round;
  const voted = votes.find(({ eliminatedUserId }) => eliminatedUserId === userId)?.round;
  const days = new Set(votes.map(({ round }) => round));
  return [...days].filter((round) => round < (killed ?? Infinity) && round <= (voted ?? Infinity)).length;
}

/** @param {{userId: Wire.Id, count: number}[]} counts */
function most(counts) {
  const [first] = [...counts].sort((one, other) => other.count - one.count);
  return first && first.count > 0 ? first : null;
}
