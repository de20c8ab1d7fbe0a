"""People in a row by place, who find their neighbours; its only rule of who may sit together: no two of an address."""

import itertools
from collections.abc import Iterable, Sequence


class Row:
    """A linked list over places: to look at a neighbour costs one step, to take somebody out costs as much.

    People are indices. The ends are two more of them, infinitely far away.
    """

    def __init__(self, places: Sequence[float], addresses: Sequence[str], purse: int) -> None:
        """Stand in a row; who has the smaller index stands before others of the same place."""
        count = len(places)
        self.left = count
        """How many stand here."""
        self.gone = bytearray(count)
        """1 for each who was taken."""
        self.purse = purse
        """How many neighbours of an address met already may still be passed over."""
        self._addresses = addresses
        self._places = [*places, float("-inf"), float("inf")]
        order = [count, *sorted(range(count), key=places.__getitem__), count + 1]
        self._before, self._after = [count] * (count + 2), [count + 1] * (count + 2)
        for one, other in itertools.pairwise(order):
            self._after[one], self._before[other] = other, one

    def near(self, person: int, wanted: int, width: float) -> list[int]:
        """The person and at most *wanted* - 1 others, nearest first, whose places lie within *width* of each other."""
        places, before, after = self._places, self._before, self._after
        found, met = [person], {self._addresses[person]} - {""}
        here = low = high = places[person]
        down, up = before[person], after[person]
        while len(found) < wanted and self.purse:
            if here - places[down] <= places[up] - here:
                other, low, down = down, places[down], before[down]
            else:
                other, high, up = up, places[up], after[up]
            if high - low > width:
                break
            address = self._addresses[other]
            if address in met:
                self.purse -= 1
                continue
            if address:
                met.add(address)
            found.append(other)
        return found

    def take(self, people: Iterable[int]) -> None:
        """Let them leave the row."""
        before, after = self._before, self._after
        for one in people:
            after[before[one]], before[after[one]] = after[one], before[one]
            self.gone[one] = 1
            self.left -= 1
