"""The one command that runs it all is killed: the game goes on without it, and under the next one."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg

from game.closing import CloseCode
from mafia_site import embedded
from tests.chaos import evening, ground, own
from tests.chaos.together import together
from tests.client import Table

OURS = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DEBUG"}


@together
async def test_a_game_outlives_the_supervisor() -> None:
    folder = own.folder()
    async with supervised(folder) as (first, url):
        pace = {**evening.PACE, **evening.CAST}
        async with Table.open(url, players=5, settings=pace) as table:
            await table.start()
            roles = evening.dealt(table)
            first.kill()
            await evening.asked(table.players, "action:done")
            before = evening.returns(table)
            async with supervised(folder, port=int(url.rpartition(":")[2])):
                await evening.back(table, before)
                assert evening.dealt(table) == roles
                assert {evening.last_code(player) for player in table.players} == {CloseCode.RESTARTING}
                await evening.hang_the_mafioso(table)
                await is_recorded(folder)


@asynccontextmanager
async def supervised(folder: Path, port: int = 0) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The command, and where it says that the game is."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "mafia_site.embedded", "--data", str(folder), "--port", str(port)),
        env={name: value for name, value in os.environ.items() if name not in OURS},
        stderr=subprocess.PIPE,
    )
    try:
        yield running, await address(running)
    finally:
        if running.returncode is None:
            running.send_signal(signal.SIGTERM)
            await running.communicate()


async def address(running: asyncio.subprocess.Process) -> str:
    assert running.stderr is not None
    async for line in running.stderr:
        if found := re.search(r"the game is at (\S+)", line.decode()):
            return found[1]
    raise AssertionError("it ended before it began")


async def is_recorded(folder: Path) -> None:
    """The one game of this folder is in its records, once."""
    with psycopg.connect(embedded.lay_out(folder).environ()["DATABASE_URL"]) as records:
        rows = await ground.until(lambda: records.execute("SELECT winner FROM games").fetchall())
    assert rows == [("villagers",)]
