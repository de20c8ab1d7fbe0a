"""A crowd of strangers that comes at once and misbehaves: double tabs, second thoughts, tickets asked for twice."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from random import Random

from redis import Redis
from websockets.exceptions import WebSocketException

from game import keys
from matchmaking.grouping import SMALLEST
from tests.chaos import ground
from tests.client import Player
from tests.client.connection import Line
from tests.client.record import Direction

PATIENCE = 100.0
SEATED = ("matchmaking:found", "auth:reconnect")


@dataclass
class Stranger:
    """Somebody who looks for a table, perhaps by more than one tab."""

    tabs: list[Player]
    is_done: bool = False

    @property
    def newest(self) -> Player:
        """The tab that counts."""
        return self.tabs[-1]

    @property
    def user(self) -> str:
        """Who it is to the site."""
        return self.tabs[0].user_id

    @property
    def is_seated(self) -> bool:
        """Whether the newest tab shows a table."""
        return bool(self.newest.view.room_id) and self.newest.left is None

    @property
    def wait(self) -> float:
        """How long (ms) it took from the last time of asking to the first word of a table."""
        tape = sorted((record for tab in self.tabs for record in tab.tape), key=lambda record: record.at)
        asked = [r.at for r in tape if r.direction is Direction.OUT and r.event == "matchmaking:join"]
        found = [r.at for r in tape if r.direction is Direction.IN and r.event in SEATED]
        return min(found, default=asked[0]) - asked[0]


@dataclass
class Crowd:
    """All of them."""

    urls: list[str]
    count: int
    dice: Random = field(default_factory=lambda: Random(7))
    strangers: list[Stranger] = field(default_factory=list)

    async def come(self, stack: AsyncExitStack) -> None:
        """Everybody connects; nobody looks for a table yet."""
        for number in range(self.count):
            urls = self.urls if number % 2 else self.urls[::-1]
            player = Player(Line(urls=urls, username=f"S{number}"))
            stack.push_async_callback(player.close)
            self.strangers.append(Stranger([player]))
        await asyncio.gather(*(each.newest.connect() for each in self.strangers))

    async def queue(self, stack: AsyncExitStack) -> None:
        """Everybody asks at once; some twice, some by a second tab, some think better of it and come back."""
        await asyncio.gather(*(self._ask(number, each, stack) for number, each in enumerate(self.strangers)))

    async def sit(self, live: Redis) -> int:
        """Wait until all have a table, but for fewer than a table needs, who wait on; returns how many these are."""
        left = await ground.until(partial(self._left, live), PATIENCE)
        async with asyncio.timeout(PATIENCE):
            for stranger in self.strangers:
                while stranger.user not in left and not stranger.is_seated:
                    await stranger.newest.changed()
        return len(left - {""})

    def _left(self, live: Redis) -> set[str]:
        """Who waits on; with nobody, too, it is not empty; empty while it is more than may be."""
        unseated = {each.user for each in self.strangers} - seats(live).keys()
        tickets = {user.decode() for user in live.hkeys(keys.queue().tickets) if isinstance(user, bytes)}
        return unseated | {""} if len(unseated) < SMALLEST and unseated <= tickets else set()

    async def _ask(self, number: int, stranger: Stranger, stack: AsyncExitStack) -> None:
        await stranger.newest.send("matchmaking:join")
        if number % 10 == 1:
            await stranger.newest.send("matchmaking:join")
        if number % 10 == 2:
            await asyncio.sleep(self.dice.uniform(0, 2))
            await self._open_again(stranger, stack)
        if number % 10 == 3:
            await asyncio.sleep(self.dice.uniform(0, 2))
            await stranger.newest.send("matchmaking:leave")
            await stranger.newest.send("matchmaking:join")

    async def _open_again(self, stranger: Stranger, stack: AsyncExitStack) -> None:
        """The same person, by a second tab and the other gateway."""
        first = stranger.newest
        second = Player(Line(urls=self.urls, username=first.name))
        second._line.token = first.token
        stack.push_async_callback(second.close)
        try:
            await second.connect()
        except (OSError, WebSocketException):
            await second.connect()  # That gateway has just died: there is another.
        stranger.tabs.append(second)
        await second.send("matchmaking:join")


def seats(live: Redis) -> Counter[str]:
    """At how many tables everybody sits, by the rooms' own truth."""
    return Counter(user for state in _rooms(live) for user in state["players"])


def tables(live: Redis) -> list[int]:
    """How many sit at each table."""
    return sorted(len(state["players"]) for state in _rooms(live))


def _rooms(live: Redis) -> Iterator[dict[str, dict[str, object]]]:
    for key in live.scan_iter("*:room:*", count=1000):
        if key.count(b":") == 2 and isinstance(text := live.get(key), bytes):
            yield json.loads(text)
