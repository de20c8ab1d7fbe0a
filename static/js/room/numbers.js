// The numbers of the house rules that sentences name. The server gives them to the page: none is written here again.

/** @type {Table.Numbers} */
export const numbers = { fewest: 0, grace: 0, gathering: 0, mafiaWins: {}, measured: {} };

/** @param {Table.Numbers} given */
export function know(given) {
  Object.assign(numbers, given);
}
