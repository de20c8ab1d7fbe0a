"""Plays a log of (moment, command) from stdin once more and prints what came of it, for a process of its own."""

import sys

from msgspec import json

from game.engine.commands import AnyCommand
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.state import RoomState


def replayed(log: list[tuple[int, AnyCommand]], state: RoomState | None = None) -> RoomState | None:
    """The room after the log."""
    for now_ms, command in log:
        change = reduce(state, command, now_ms)
        state = state if isinstance(change, Refusal) else change.state
    return state


if __name__ == "__main__":
    sys.stdout.buffer.write(
        json.encode(replayed(json.decode(sys.stdin.buffer.read(), type=list[tuple[int, AnyCommand]])))
    )
