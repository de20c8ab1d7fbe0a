// What nobody at the table knew as a whole: all cards, and all choices of the phase. For whoever sees everything.

/** @returns {Replay.Truth} */
export function blankTruth() {
  return { roles: {}, picks: {} };
}

/**
 * @param {Replay.Truth} truth
 * @param {Wire.Frame} frame
 * @param {Wire.Id | null} by whose it was alone; null for what more than one got
 * @returns {Replay.Truth}
 */
export function learn(truth, frame, by) {
  switch (frame.type) {
    case "game:phase":
      return { ...truth, picks: {} };
    case "game:role":
      return by ? { ...truth, roles: { ...truth.roles, [by]: frame["role"] } } : truth;
    case "vote:cast":
      return by ? picked(truth, by, frame["targetId"] ?? "skip") : truth;
    case "action:mafiaKill":
    case "action:doctorSave":
    case "action:detectiveInspect":
    case "action:done":
      return by && frame["targetId"] ? picked(truth, by, frame["targetId"]) : truth;
    default:
      return truth;
  }
}

/**
 * @param {Replay.Truth} truth
 * @param {Wire.Id} by
 * @param {Wire.Id | "skip"} target
 */
function picked(truth, by, target) {
  return { ...truth, picks: { ...truth.picks, [by]: target } };
}
