// What a card can do at night, as far as this page knows. The server judges; whatever it says, a tap looks like a tap.

/** The tap of everybody whose card does nothing. */
export const MERE_TAP = "action:done";

/** @type {Record<Wire.Role, string>} */
const DUTIES = {
  mafia: "action:mafiaKill",
  doctor: "action:doctorSave",
  detective: "action:detectiveInspect",
  villager: MERE_TAP,
};

/**
 * The frame of a tap tonight.
 * @param {Table.State} state
 */
export function dutyOf(state) {
  return isMeeting(state) ? MERE_TAP : DUTIES[state.secret.role ?? "villager"];
}

/**
 * Whether this is a first night on which the Mafia only meet.
 * @param {Table.State} state
 */
export function isMeeting({ game }) {
  return game?.round === 1 && game.setup?.firstNight === "meeting";
}

/**
 * Whether the card is known to do nothing to this seat tonight.
 * @param {Table.State} state
 * @param {Wire.Id} userId
 */
export function isInVain(state, userId) {
  if (isMeeting(state)) return false;
  const { role, allies, saves } = state.secret;
  const isMe = userId === state.me;
  switch (role) {
    case "mafia": return isMe || allies.includes(userId);
    case "detective": return isMe;
    case "doctor": return saves[(state.game?.round ?? 1) - 2] === userId || (isMe && saves.includes(userId));
    default: return false;
  }
}
