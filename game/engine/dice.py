"""Chance from the secret seed: HMAC-SHA256, the same on every machine and Python; keeps no state."""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def below(bound: int, *, seed: str, label: str) -> int:
    """A number in 0 .. bound - 1, fixed by the hex seed and the label.

    128 bits of the digest are reduced, so the bias is under 2^-100 for any bound of this game.
    """
    digest = hmac.digest(bytes.fromhex(seed), label.encode(), sha256)
    return int.from_bytes(digest[:16], "big") % bound


def shuffled(items: Sequence[T], *, seed: str, label: str) -> list[T]:
    """The items in an order fixed by seed and label (Fisher-Yates, from the last place down)."""
    result = list(items)
    for place in range(len(result) - 1, 0, -1):
        other = below(place + 1, seed=seed, label=f"{label}:{place}")
        result[place], result[other] = result[other], result[place]
    return result
