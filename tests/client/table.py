"""Several players at one table of a running site; it seats them and lets them play, and knows no rules."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from random import Random
from typing import Self

from tests.client.connection import Line, Refused
from tests.client.player import Player
from tests.client.record import Frame, Record

NAMES = ("Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Leo", "Mia", "Ned", "Oda", "Pia")
SMALLEST_ROOM = 4

Listener = Callable[[Player, Record], None]


class Table:
    """The players, and the room they sit in."""

    def __init__(self, players: Sequence[Player], *, url: str) -> None:
        self.players = list(players)
        self.room_code = ""
        self._url = url

    @classmethod
    @asynccontextmanager
    async def open(  # noqa: PLR0913 - one door with many keys, all optional
        cls,
        urls: Sequence[str] | str,
        *,
        players: int = 5,
        room: str | None = None,
        max_players: int | None = None,
        settings: Frame | None = None,
        design_only: bool = False,
        human_pace: bool = False,
        seed: int | None = None,
        names: Sequence[str] = NAMES,
        origin: str | None = None,
        cookies: Sequence[str] = (),
        batch: bool = False,
        listener: Listener | None = None,
    ) -> AsyncIterator[Self]:
        """Connect players, seat them (in `room`, or in a private room of their own), and let go of them after."""
        urls = [urls] if isinstance(urls, str) else list(urls)
        line = Line(urls=urls, username="", origin=origin, design_only=design_only, batch=batch)
        lines = [
            replace(line, urls=_from(n, urls), username=names[n], cookie=cookies[n] if n < len(cookies) else None)
            for n in range(players)
        ]
        dice = [Random(None if seed is None else f"{seed} {n}") for n in range(players)]
        seats = [
            Player(line, dice=die, human_pace=human_pace, listener=listener)
            for line, die in zip(lines, dice, strict=True)
        ]
        table = cls(seats, url=urls[0])
        try:
            await _all(player.connect() for player in seats)
            await table._sit_down(room, max_players or max(players, SMALLEST_ROOM), settings or {})
            yield table
        finally:
            await _all(player.close() for player in seats)

    # -- what is known

    @property
    def host(self) -> Player | None:
        """The player who may start, unless somebody else at the table may."""
        return next((player for player in self.players if player.view.is_host), None)

    @property
    def link(self) -> str:
        """The address that invites others."""
        return f"{self._url.rstrip('/')}/r/{self.room_code}"

    @property
    def tape(self) -> list[Record]:
        """All that went over all sockets, in the order of time: what the invariant checker reads."""
        return sorted((record for player in self.players for record in player.tape), key=lambda record: record.at)

    def by_role(self, role: str) -> list[Player]:
        """The players who were dealt this role."""
        return [player for player in self.players if player.view.role == role]

    # -- what it does

    async def start(self) -> None:
        """Everybody says ready and the host starts; returns when all have a role and the first night has come."""
        host = self._host()
        await _all(_agreed(player, "room:ready") for player in self.players if player is not host)
        await host.until(lambda view: view.everybody_ready)
        await _agreed(host, "room:start")
        for player in self.players:
            await player.until(lambda view: view.phase == "night" and view.role)

    async def play(self, *, wait_for: int | None = None, timeout: float = 900) -> Frame:  # noqa: ASYNC109
        """All players play by themselves, from wherever the room is, to the end; gives back `game:end`."""
        seats = wait_for or len(self.players)
        async with asyncio.timeout(timeout), asyncio.TaskGroup() as group:
            for player in self.players:
                group.create_task(player.play(wait_for=seats))
        ends = [player.view.end for player in self.players if player.view.end is not None]
        if not ends:
            message = "no player of this table saw the end"
            raise ConnectionError(message)
        return ends[0]

    async def rematch(self, *, timeout: float) -> None:  # noqa: ASYNC109
        """Ask for one when the host is ours; return once the room is a lobby again, whoever asked."""
        if self.host is not None:
            await self.host.send("room:rematch")
        for player in self.players:
            if player.closed is None and player.left is None:
                await player.until(lambda view: view.status == "lobby", timeout=timeout)

    # -- taking the seats

    async def _sit_down(self, room: str | None, max_players: int, settings: Frame) -> None:
        joining = self.players
        if room is None:
            host, *joining = self.players
            room = await _new_room(host, max_players, settings)
        self.room_code = room
        await _all(_join(player, room) for player in joining)

    def _host(self) -> Player:
        if self.host is None:
            message = "the host of this room is not one of ours"
            raise LookupError(message)
        return self.host


def _from(n: int, urls: Sequence[str]) -> list[str]:
    """The urls beginning with the nth, so that sockets spread over them."""
    return [*urls[n % len(urls) :], *urls[: n % len(urls)]]


async def _new_room(host: Player, max_players: int, settings: Frame) -> str:
    optional = {"settings": settings} if settings else {}
    await _agreed(host, "room:create", isPublic=False, maxPlayers=max_players, **optional)
    view = await host.until(lambda view: view.room_code)
    return view.room_code


async def _join(player: Player, room: str) -> None:
    await _agreed(player, "room:join", roomCode=room)
    await player.until(lambda view: view.me in view.seats)


async def _agreed(player: Player, event: str, **fields: object) -> None:
    answer = await player.send(event, **fields)
    if answer.get("type", "ack") != "ack":
        raise Refused(answer)


async def _all(deeds: Iterable[Coroutine[None, None, None]]) -> None:
    """Do all at once and to the end; then raise the first trouble, if there was any."""
    for outcome in await asyncio.gather(*deeds, return_exceptions=True):
        if isinstance(outcome, BaseException):
            raise outcome
