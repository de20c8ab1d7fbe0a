"""What went over a player's socket, line by line, to keep and to read again; it judges nothing."""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

Frame: TypeAlias = dict[str, Any]


class Direction(StrEnum):
    """Which way a record went: a frame to or from the client, or the socket itself."""

    IN = "in"
    OUT = "out"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Record:
    """One frame, or the opening or closing of the socket, with the time it was seen (ms since the epoch)."""

    player: str
    direction: Direction
    at: float
    frame: Frame

    @property
    def event(self) -> str:
        """The frame's type; empty for the socket's own records."""
        return str(self.frame.get("type", ""))

    def has(self, event: str, **fields: object) -> bool:
        """Whether this came from the server as that event, with those fields."""
        return (
            self.direction is Direction.IN
            and self.event == event
            and all(name in self.frame and self.frame[name] == wanted for name, wanted in fields.items())
        )


def now() -> float:
    """Milliseconds since the epoch by this machine's clock, to the microsecond."""
    return round(time.time() * 1000, 3)


def to_line(record: Record) -> str:
    """One JSON line, newline included. A token opens a seat to whoever reads it, so it is left out."""
    frame = {name: value for name, value in record.frame.items() if name != "token"}
    shape = {"player": record.player, "direction": record.direction, "at": record.at, "frame": frame}
    return json.dumps(shape, ensure_ascii=False) + "\n"


def from_lines(lines: Iterable[str]) -> Iterator[Record]:
    """The records that `to_line` wrote."""
    for shape in map(json.loads, lines):
        yield Record(shape["player"], Direction(shape["direction"]), shape["at"], shape["frame"])


def load(path: Path) -> list[Record]:
    """The records of a file written by `--record`."""
    with path.open(encoding="utf-8") as lines:
        return list(from_lines(lines))
