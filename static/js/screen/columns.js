// How many seats stand side by side, so that a full table fits the screen and a small one fills it.

const WIDEST = 5;
const TWO_ROWS = 12;
const NARROW = 9;

/**
 * Whether the cards have to be smaller for all of them to be seen at once.
 * @param {number} seats
 */
export function isCrowded(seats) {
  return seats > TWO_ROWS;
}

/**
 * @param {number} seats
 * @param {boolean} [isNarrow] whether there is something beside them
 */
export function columnsOf(seats, isNarrow = false) {
  if (isNarrow) return seats <= NARROW ? Math.min(seats, 3) : 4;
  if (seats <= WIDEST) return seats;
  return Math.ceil(seats / (seats <= TWO_ROWS ? 2 : 3));
}
