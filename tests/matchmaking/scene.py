"""A queue over a real Redis, and processes that match, seat and die as the test says; nothing goes on by itself."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from game import keys
from game.closing import CloseCode
from game.engine.ids import ConnectionId, RoomId, UserId
from game.engine.state import RoomState
from game.house import House
from matchmaking.hall import RENEW_MS, Hall
from matchmaking.matcher import Matcher
from matchmaking.queue import Queue
from matchmaking.records import Known
from tests.store.table import Houses, user

LONG = 5_000
"""A wait (ms) after which six people start."""


@dataclass(eq=False)
class Socket:
    """A socket that only keeps what it is told."""

    user: UserId
    username: str
    connection: ConnectionId = ConnectionId("")
    room: RoomId | None = None
    address: str = ""
    frames: list[Any] = field(default_factory=list)
    closed: CloseCode | None = None

    def put(self, frame: bytes) -> None:
        self.frames.append(json.loads(frame))

    def close(self, code: CloseCode) -> None:
        self.closed = code

    def heard(self, event: str) -> list[Any]:
        """The frames of this event."""
        return [frame for frame in self.frames if frame["type"] == event]


class Died(Exception):  # noqa: N818 - it reads as what it says
    """The process is dead."""


class Process:
    """One gateway, as far as matchmaking goes."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.queue = Queue(house.live)
        self.hall = Hall(house, self.queue)
        self.matcher = Matcher(house, self.queue, Known())
        self.is_dead = False
        self._said = 0
        self._alive: list[tuple[Any, str, Any]] = []

    async def match(self) -> None:
        """One step of the matcher, and all that it brings about."""
        await self.matcher.step()
        await self.matcher.settling.settled()

    async def look(self) -> None:
        """One look of the hall, and all that it brings about."""
        await self.hall.step()
        await self.hall.seating.settled()

    async def arrive(self, number: int) -> Socket:
        """Somebody comes by a new socket, as the gateway lets them in."""
        socket = Socket(user(number), f"P{number}")
        await self.house.hub.take_over(socket)
        if room := await self.house.claims.room_of(socket.user):
            await self.house.play.enter(room, socket)
        await self.hall.welcome(socket)
        return socket

    async def join(self, number: int) -> Socket:
        """Somebody comes, and looks for a table."""
        socket = await self.arrive(number)
        await self.hall.join(socket)
        return socket

    async def overdue(self) -> None:
        """So much time passes in the queue, and its hall hears of it, that the next signs of life are due."""
        await self.house.live.redis.hincrby(keys.queue().clock, "downtime", -RENEW_MS)
        await self.look()

    def die_at(self, moment: int) -> None:
        """Let it say no more to Redis after this: 2n before its n-th word arrives, 2n + 1 before it is answered."""
        asking = {(self.house.live, "call"), *((self.house.live.redis, name) for name in ("hget", "set", "get"))}
        self._alive = [(line, name, getattr(line, name)) for line, name in asking]
        for line, name, ask in self._alive:
            setattr(line, name, partial(self._last, ask, moment))

    def revive(self) -> None:
        """Let it clear up."""
        for line, name, ask in self._alive:
            setattr(line, name, ask)

    async def _last(self, ask: Callable[..., Awaitable[Any]], moment: int, *words: Any, **options: Any) -> Any:
        turn, self._said = self._said, self._said + 1
        if 2 * turn < moment:
            answer = await ask(*words, **options)
            if 2 * turn + 1 < moment:
                return answer
        self.is_dead = True
        raise Died


class Scene:
    """The queue, the processes, and the truth that a test compares with."""

    def __init__(self, houses: Houses) -> None:
        self.redis = houses.redis
        self.processes: list[Process] = []
        self._houses = houses

    def process(self) -> Process:
        """One more gateway."""
        self.processes.append(Process(self._houses.house()))
        return self.processes[-1]

    async def aged(self, *numbers: int, by: int = LONG) -> None:
        """These people have waited longer than they have."""
        at = keys.queue()
        for number in numbers:
            ticket = json.loads(await self.redis.hget(at.tickets, user(number)))
            ticket["since"] -= by
            await self.redis.hset(at.tickets, user(number), json.dumps(ticket, separators=(",", ":")))
            await self.redis.zadd(at.public, {user(number): ticket["since"]}, xx=True)

    async def silence(self, *numbers: int, by: int = LONG) -> None:
        """The last signs of these people are older than they are."""
        for number in numbers:
            await self.redis.zincrby(keys.queue().seen, -by, user(number))

    async def unlease(self) -> None:
        """The lease of the matcher has run out."""
        await self.redis.delete(keys.queue().matcher)

    async def waiting(self) -> list[UserId]:
        """Who waits, the longest wait first."""
        return [UserId(each.decode()) for each in await self.redis.zrange(keys.queue().public, 0, -1)]

    async def tickets(self) -> set[UserId]:
        """Who has a ticket."""
        return {UserId(each.decode()) for each in await self.redis.hkeys(keys.queue().tickets)}

    async def tables(self) -> list[RoomId]:
        """The tables that are being made."""
        return [RoomId(each.decode()) for each in await self.redis.hkeys(keys.queue().tables)]

    async def rooms(self, house: House) -> list[RoomState]:
        """All rooms that there are."""
        names = [key.decode().partition(":room:")[2] async for key in self.redis.scan_iter("*:room:*", count=1000)]
        states = [(await house.store.read(RoomId(name))).state for name in names if ":" not in name]
        return [state for state in states if state is not None]

    async def seats(self, house: House) -> dict[UserId, list[RoomId]]:
        """Who sits where, by the rooms' own truth."""
        seats: dict[UserId, list[RoomId]] = {}
        for state in await self.rooms(house):
            for each in state.people:
                seats.setdefault(each, []).append(state.room_id)
        return seats
