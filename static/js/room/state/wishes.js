// What this player wishes of the table and the server has not answered yet: it shows at once, and goes with the answer.

/**
 * What is wished while an earlier wish about the rules is under way comes on top of it.
 * @param {Table.State} state
 * @param {{wish: Table.Wish}} event
 * @returns {Table.State}
 */
export function wished(state, { wish }) {
  const isMore = wish.kind === "rules" && state.wish?.kind === "rules";
  return { ...state, wish: isMore ? { ...wish, value: { ...state.wish?.value, ...wish.value } } : wish };
}

/**
 * @param {Table.State} state
 * @param {string} ref
 * @returns {Table.State}
 */
export function answeredWish(state, ref) {
  return state.wish?.ref === ref ? { ...state, wish: null } : state;
}

/**
 * The wish of this kind, as far as it is open.
 * @param {Table.State} state
 * @param {Table.Wish["kind"]} kind
 */
export function wishOf({ wish }, kind) {
  return wish?.kind === kind ? wish.value : null;
}

/**
 * The room as it will be, should the server agree.
 * @param {Table.State} state
 * @returns {Wire.Room | null}
 */
export function wishedRoom(state) {
  const { room } = state;
  const rules = wishOf(state, "rules");
  return room && rules ? { ...room, ...rules, settings: { ...room.settings, ...rules } } : room;
}
