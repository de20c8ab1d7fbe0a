// What a page does once when a game is over: it computes the deal again, and learns where the game is kept.

import { receiptOf } from "./fairness.js";

/** The records are written beside the game, so they come a moment later (ms). */
const PAUSES = [300, 700, 1500, 3000, 6000, 12_000, 24_000];

/** @param {import("./player.js").Player} player */
export async function afterwards(player) {
  const { recap, game } = player.state;
  if (!recap) return;
  const isStill = () => player.state.recap?.fairness.seed === recap.fairness.seed;
  const receipt = "subtle" in crypto ? await receiptOf(recap, game?.commitment ?? null) : null;
  if (isStill()) player.do("checked", { receipt });
  const links = recap.gameId ? await linksOf(recap.gameId, isStill) : null;
  if (links && isStill()) player.do("recorded", { links });
}

/**
 * @param {Wire.Id} gameId
 * @param {() => boolean} isStill whether anybody still asks
 * @returns {Promise<Table.Links | null>} null when it is not in the records, after all this time
 */
async function linksOf(gameId, isStill) {
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isStill()) return null;
    const answer = await fetch(`/games/${gameId}/about.json`).catch(() => null);
    if (!answer?.ok) continue;
    const { isRecorded, nameless } = await answer.json();
    if (isRecorded) return { named: `/g/${gameId}`, nameless: nameless && `/g/${nameless}` };
  }
  return null;
}
