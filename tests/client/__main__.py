"""The command: fill a table of any running site with players and tell what happens; see docs/clients.md."""

import argparse
import asyncio
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from tests.client.connection import Closed, Refused
from tests.client.player import Player
from tests.client.record import Frame, Record, to_line
from tests.client.story import Story
from tests.client.table import NAMES, Table


def main() -> int:
    """0 when the game ended, 1 when it did not."""
    options = _parser().parse_args()
    try:
        asyncio.run(_run(options))
    except (TimeoutError, Closed, Refused, OSError, ExceptionGroup) as trouble:
        sys.stderr.write(f"The game did not end: {_reason(trouble)}\n")
        return 1
    except KeyboardInterrupt:
        return 1
    return 0


async def _run(options: argparse.Namespace) -> None:
    with ExitStack() as stack:
        file = stack.enter_context(options.record.open("w", encoding="utf-8")) if options.record else None
        story = Story(_say, secrets=options.room is None) if not options.quiet else None
        async with Table.open(
            options.url or ["http://127.0.0.1:8000"],
            players=options.players,
            room=options.room,
            max_players=max(options.wait_for or 0, options.players, 4),
            settings=dict(options.settings),
            design_only=options.seed_only,
            human_pace=not options.fast,
            seed=options.seed,
            origin=options.origin,
            cookies=options.cookie,
            listener=_Listeners(story, file).hear,
        ) as table:
            _say(f"{options.players} players sit at {table.link}")
            await _play(table, options)


async def _play(table: Table, options: argparse.Namespace) -> None:
    end = await table.play(wait_for=options.wait_for, timeout=options.timeout)
    if options.quiet:
        _say(f"{end['winner']} won")
    while options.again:
        await table.rematch(timeout=options.timeout)
        await table.play(wait_for=options.wait_for, timeout=options.timeout)


class _Listeners:
    """Hands each record to the story and to the file, where there is one."""

    def __init__(self, story: Story | None, file: TextIO | None) -> None:
        self._story, self._file = story, file

    def hear(self, player: Player, record: Record) -> None:
        if self._file:
            self._file.write(to_line(record))
        if self._story:
            self._story.listen(player, record)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _reason(trouble: BaseException) -> str:
    if isinstance(trouble, BaseExceptionGroup):
        return "; ".join(map(_reason, trouble.exceptions))
    return "the time is up" if isinstance(trouble, TimeoutError) else str(trouble)


def _setting(text: str) -> tuple[str, object]:
    """One `name=value`; numbers, true and false are what they look like."""
    name, _, value = text.partition("=")
    words: Frame = {"true": True, "false": False, "null": None}
    return name, int(value) if value.isdigit() else words.get(value, value)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.client", description="Players for a table of Mafia.")
    add = parser.add_argument
    add("--url", action="append", help="the site; several spread the sockets (default http://127.0.0.1:8000)")
    add("--room", metavar="CODE", help="sit down in this room instead of opening one; tells no secrets")
    add("--players", type=int, default=5, choices=range(1, len(NAMES) + 1), metavar="N", help="default 5")
    add("--wait-for", type=int, metavar="K", help="start once K seats are filled and ready (default: N)")
    add("--settings", nargs="+", type=_setting, default=[], metavar="NAME=VALUE", help="e.g. nightTime=15")
    add("--seed-only", action="store_true", help="know only the events of the system design")
    add("--fast", action="store_true", help="act at once, not at a person's pace")
    add("--again", action="store_true", help="stay for rematches, until interrupted")
    add("--seed", type=int, metavar="N", help="make the same choices each time")
    add("--origin", help="the Origin header, if it is not the url's")
    add("--cookie", action="append", default=[], help="a player's Cookie header; give several for several players")
    add("--timeout", type=float, default=1800, metavar="SECONDS", help="for one game (default 1800)")
    add("--record", type=Path, metavar="FILE", help="keep each frame as a line of JSON")
    add("--quiet", action="store_true", help="say who won, and nothing else")
    return parser


if __name__ == "__main__":
    sys.exit(main())
