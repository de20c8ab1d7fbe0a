"""A finished game as each seat saw it: its frames in order, with their audience; packed and unpacked. It makes none."""

import zlib
from collections.abc import Iterator
from typing import Final

from msgspec import Raw, Struct, json

from game.engine.ids import UserId

FORMAT: Final = 1
"""Raised when a page or a view of today could not read it."""

ONLOOKER: Final = 0
"""Who sees what is public and nothing more; the seats are numbered from 1."""

LARGEST: Final = 64 * 1024 * 1024
"""Unpacked, in bytes: more than a room's log can hold."""


class Moment(Struct, frozen=True, array_like=True):
    """One frame, how long (ms) after the deal, and for whom: bit 0 for whoever looks on, bit n for seat n."""

    at: int
    audience: int
    frame: Raw


class Tape(Struct, frozen=True, rename="camel"):
    """A game from its deal to its end, begun at that time (ms); the seats are in the order of the table."""

    format: int
    began_at: int
    seats: tuple[UserId, ...]
    moments: tuple[Moment, ...]
    is_cut: bool = False
    """Whether the oldest talk is missing, because there was too much of it."""

    def seen_by(self, seat: int) -> Iterator[Moment]:
        """What this seat was told and what it chose, in order; for `ONLOOKER` what was public."""
        return (moment for moment in self.moments if moment.audience >> seat & 1)


_decoder = json.Decoder(Tape)


def pack(tape: Tape) -> bytes:
    """The tape as it is kept."""
    return zlib.compress(json.encode(tape), level=9)


def unpack(packed: bytes) -> Tape:
    """The tape that `pack` made; ValueError when it is none."""
    inflating = zlib.decompressobj()
    text = inflating.decompress(packed, LARGEST)
    return _decoder.decode(text)
