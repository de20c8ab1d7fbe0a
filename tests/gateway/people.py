"""Guests of a running site: makes them, seats them, and holds every frame they got to the documents."""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from tests.client import Player, Refused
from tests.client.connection import Line
from tests.client.player import SOON
from tests.client.record import Frame, Record
from tests.client.table import NAMES
from tests.protocol.validate import validate_server

FAST: Frame = {"nightTime": 15, "discussionTime": 15, "voteTime": 10, "revealTime": 3}


class People:
    """Everybody whom one test brought; they leave when it ends."""

    def __init__(self, urls: Sequence[str]) -> None:
        self.urls = list(urls)
        self.all: list[Player] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(player.close() for player in self.all))
        if trouble is None:
            for player in self.all:
                for record in player.frames:
                    validate_server(record.frame)

    @property
    def tape(self) -> list[Record]:
        """All that went over all sockets, in the order of time."""
        return sorted((record for player in self.all for record in player.tape), key=lambda record: record.at)

    def stranger(self, name: str, **line: Any) -> Player:
        """Somebody who has not connected yet; several urls are taken in turn."""
        turn = len(self.all) % len(self.urls)
        urls = [*self.urls[turn:], *self.urls[:turn]]
        player = Player(Line(**{"urls": urls, "username": name, **line}))
        self.all.append(player)
        return player

    async def guest(self, name: str, **line: Any) -> Player:
        """Somebody who has said who they are."""
        player = self.stranger(name, **line)
        await player.connect()
        return player

    async def again(self, player: Player, **line: Any) -> Player:
        """The same person, on a second socket."""
        other = self.stranger(player.name, **line)
        other._line.token = player.token
        await other.connect()
        return other

    async def screen(self, room_code: str, *, of: Player | None = None) -> Player:
        """A screen that looks on in this room, perhaps on the laptop of somebody who sits there."""
        screen = self.stranger(f"Screen {len(self.all)}", watch=True)
        screen._line.token = of.token if of else None
        await screen.connect()
        await agreed(screen, "room:watch", roomCode=room_code)
        return screen

    async def lobby(self, count: int, *, max_players: int = 16, **settings: Any) -> list[Player]:
        """A private room: the first of them hosts it."""
        host, *others = await asyncio.gather(*(self.guest(name) for name in NAMES[:count]))
        await agreed(
            host, "room:create", isPublic=False, maxPlayers=max(max_players, count), settings={**FAST, **settings}
        )
        await host.until(lambda view: view.room_code)
        for other in others:
            await agreed(other, "room:join", roomCode=host.view.room_code)
        for player in (host, *others):
            await player.until(lambda view: len(view.seats) == count)
        return [host, *others]

    async def game(self, count: int, **settings: Any) -> list[Player]:
        """A room in its first night."""
        players = await self.lobby(count, **settings)
        await start(players)
        return players


async def start(players: Sequence[Player]) -> None:
    """Everybody is ready, the host starts, and everybody knows the role."""
    host, *others = players
    await asyncio.gather(*(agreed(player, "room:ready") for player in others))
    await agreed(host, "room:start")
    for player in players:
        await player.until(lambda view: view.phase == "night" and view.role)


async def answered(player: Player, event: str, **fields: object) -> Frame:
    """Send an event; gives back the answer, which does not take long."""
    async with asyncio.timeout(SOON):
        return await player.send(event, **fields)


async def agreed(player: Player, event: str, **fields: object) -> Frame:
    """Send an event that has to be accepted."""
    answer = await answered(player, event, **fields)
    if answer["type"] != "ack":
        raise Refused(answer)
    return answer


async def refused(player: Player, event: str, **fields: object) -> str:
    """Send an event that has to be refused; gives back the code."""
    answer = await answered(player, event, **fields)
    assert answer["type"] == f"{event.partition(':')[0]}:error", answer
    assert answer["event"] == event
    assert answer["reason"]
    return str(answer["code"])


def of_role(players: Sequence[Player], role: str) -> list[Player]:
    """Those who were dealt this role."""
    return [player for player in players if player.view.role == role]


async def everybody(players: Sequence[Player], event: str, **fields: object) -> None:
    """All of them send the same event at once, and it is accepted."""
    await asyncio.gather(*(agreed(player, event, **fields) for player in players))


async def come(players: Sequence[Player], phase: str, *, timeout: float = 20) -> None:  # noqa: ASYNC109
    """All of them see this phase."""
    for player in players:
        await player.until(lambda view: view.phase == phase, timeout=timeout)


async def until_day(players: Sequence[Player]) -> None:
    """A night in which nobody does anything that shows."""
    await everybody([player for player in players if player.view.alive], "action:done")
    await come(players, "day")


async def until_voting(players: Sequence[Player]) -> None:
    """More than half of the living have talked enough."""
    living = [player for player in players if player.view.alive]
    await everybody(living[: len(living) // 2 + 1], "action:done")
    await come(players, "voting")
