"""Chance from the secret seed: HMAC-SHA256, the same on every machine and Python; keeps no state."""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import Final, TypeVar

DRAW_BYTES: Final = 4

T = TypeVar("T")


def digest(*, seed: str, label: str) -> bytes:
    """32 bytes, fixed by the hex seed and the label; one way, so that what they decide tells nothing of the seed."""
    return hmac.digest(bytes.fromhex(seed), label.encode(), sha256)


def below(bound: int, *, seed: str, label: str) -> int:
    """A number in 0 .. bound - 1, fixed by the hex seed and the label.

    128 bits of the digest are reduced, so the bias is under 2^-100 for any bound of this game.
    """
    return int.from_bytes(digest(seed=seed, label=label)[:16], "big") % bound


def shuffled(items: Sequence[T], *, seed: str, label: str) -> list[T]:
    """The items in an order fixed by seed and label (Fisher-Yates, from the last place down)."""
    result = list(items)
    for place in range(len(result) - 1, 0, -1):
        other = below(place + 1, seed=seed, label=f"{label}:{place}")
        result[place], result[other] = result[other], result[place]
    return result


class Dice:
    """A supply of chance for one owner on one occasion."""

    def __init__(self, seed: str, owner: str, occasion: str = "") -> None:
        """Draw from this seed, for this owner, on this occasion."""
        self._seed = seed
        self._owner = owner
        self._occasion = occasion
        self._drawn = 0
        self._left = b""

    def on(self, occasion: str) -> "Dice":
        """The owner's supply for another occasion; the same one always begins with the same draws."""
        return Dice(self._seed, self._owner, occasion)

    def below(self, bound: int) -> int:
        """The next number in 0 .. bound - 1, out of 32 bits: good enough for whatever is less than a deal."""
        if not self._left:
            self._left = digest(seed=self._seed, label=f"{self._owner}:{self._occasion}:{self._drawn}")
            self._drawn += 1
        taken, self._left = self._left[:DRAW_BYTES], self._left[DRAW_BYTES:]
        return int.from_bytes(taken, "big") % bound

    def swing(self) -> float:
        """The next number from -1 to 1."""
        return self.below(2001) / 1000 - 1

    def pick(self, options: Sequence[T]) -> T:
        """The next choice of one of them; there has to be one."""
        return options[self.below(len(options))]

    def chance(self, percent: int) -> bool:
        """Whether something happens that does so this often of a hundred times."""
        return self.below(100) < percent
