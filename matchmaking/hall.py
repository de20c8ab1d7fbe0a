"""Where one process's sockets wait: it vouches for them, tells them the news, seats them. It matches nobody.

A look every half a second costs one script: it hears of all calls since the last one, and asks about those alone whose
sign of life is to be renewed or who have been called. What it finds out is only acted upon for a socket that is still
the one that it asked for: a person may have come back by another one meanwhile.
"""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from django.utils.crypto import salted_hmac
from msgspec import json

from accounts.address import is_local
from game.background import together
from game.engine.ids import RoomId, UserId
from game.engine.refusals import Refusal
from game.errands import Errands
from game.house import House
from game.session import Socket
from lobby import handlers as lobby
from lobby import rooms
from matchmaking.frames import MatchmakingFound, MatchmakingLeft, MatchmakingStatus
from matchmaking.grouping import FEWEST, MAX_WAIT_MS, SMALLEST
from matchmaking.queue import Look, Queue

LOOK_S: Final = 0.5
RENEW_MS: Final = 5_000
"""How often a sign of life is given for each socket."""

STATUS_S: Final = 1.0
"""Nobody is told more often than this how the search stands."""


class _News(NamedTuple):
    """How the search stands for everybody."""

    waiting: int
    needed: int
    starts_by: int


@dataclass(eq=False, slots=True)
class _Waiter:
    """Somebody with a ticket and a socket here."""

    socket: Socket
    since: int
    place: RoomId | None = None
    """Where the ticket was called to."""
    sign: int = 0
    """The last sign of life that was given for the socket, in the time of the queue."""
    told: _News | None = None
    told_at: float = 0.0

    def is_due(self, now: int) -> bool:
        """Whether it is time to ask: who was called may be free again at any moment."""
        return self.place is not None or now - self.sign >= RENEW_MS


class Hall:
    """The people of one process who look for a table."""

    def __init__(self, house: House, queue: Queue) -> None:
        """Wait for the tables of this queue in this house."""
        self._house = house
        self._queue = queue
        self._waiters: dict[UserId, _Waiter] = {}
        self._heard_until = 0
        self.ushering = Errands("the ushering")

    async def join(self, socket: Socket) -> None:
        """Give the socket's user a ticket, unless there is one, and let the socket wait here."""
        await self._queue.enlist(socket.user, username=socket.username, address=_hashed(socket.address))
        await self.welcome(socket)

    async def welcome(self, socket: Socket) -> bool:
        """Let the socket wait here if its user has a ticket; False when there is none."""
        ticket = await self._queue.ticket(socket.user)
        if ticket is None or self._house.hub.sockets.get(socket.user) is not socket:
            return ticket is not None  # The socket is gone, or has given way to a newer one, which waits instead.
        waiter = self._waiters[socket.user] = _Waiter(socket, ticket.since)
        look = await self._look({socket.user: waiter})
        await together(*map(self._let_go, self._heed({socket.user: waiter}, look)))
        if self._waiters.get(socket.user) is waiter:
            self._serve([waiter], look)
        return True

    async def drop(self, socket: Socket) -> RoomId | None:
        """End the user's ticket; returns the room that it was called to."""
        self._waiters.pop(socket.user, None)
        return await self._queue.drop(socket.user)

    async def absent(self, socket: Socket) -> None:
        """The socket is gone; the ticket keeps its place for a while."""
        waiter = self._waiters.get(socket.user)
        if waiter is not None and waiter.socket is socket:
            del self._waiters[socket.user]
            await self._queue.hush(socket.user, waiter.sign)

    async def step(self) -> None:
        """Look how it stands with everybody here, and tell them or bring them to their seats."""
        if not self._waiters:
            return
        due = {user: waiter for user, waiter in self._waiters.items() if waiter.is_due(self._heard_until)}
        look = await self._look(due, news_since=self._heard_until)
        self._heard_until = look.now
        ended = self._heed(due, look)
        self._serve(self._waiters.values(), look)
        await together(*map(self._let_go, ended))

    async def _look(self, asked: dict[UserId, _Waiter], *, news_since: int | None = None) -> Look:
        """Vouch for these people, and take it back of those whose socket has gone in that moment."""
        look = await self._queue.look(list(asked), news_since=news_since)
        await together(*(self._queue.hush(user, look.now) for user in asked.keys() - self._waiters.keys()))
        return look

    def _heed(self, asked: dict[UserId, _Waiter], look: Look) -> list[_Waiter]:
        """Take in what has become of these tickets, and of those that were called; returns whose tickets have ended."""
        # Not of those who are here by another socket by now, or have stopped waiting.
        here = {user: waiter for user, waiter in asked.items() if self._waiters.get(user) is waiter}
        for user in here.keys() & look.places.keys():
            here[user].place, here[user].sign = look.places[user], look.now
        for user in look.news.keys() & self._waiters.keys():
            self._waiters[user].place = look.news[user]
        return [self._waiters.pop(user) for user in here.keys() - look.places.keys()]

    async def _let_go(self, waiter: _Waiter) -> None:
        """The ticket has ended: a game has begun, perhaps before this socket came to it; or the search is over."""
        if waiter.socket.room is None:
            waiter.place = await self._house.claims.room_of(waiter.socket.user)
            await self._seat(waiter)
        if waiter.socket.room is None:
            waiter.socket.put(json.encode(MatchmakingLeft()))

    def _serve(self, waiters: Iterable[_Waiter], look: Look) -> None:
        """Tell those who wait how the search stands, and bring those to their seats who have one."""
        news, to_usher = _news(look), dict[RoomId, list[_Waiter]]()
        for waiter in waiters:
            if not waiter.sign:
                continue  # Just come, and not asked about yet: the place is not known.
            room_id = waiter.socket.room or waiter.place
            if room_id is None:
                self._tell(waiter, news, look)
            elif waiter.place != waiter.socket.room:
                to_usher.setdefault(room_id, []).append(waiter)
        for room_id, those in to_usher.items():
            self.ushering.run(room_id, partial(self._usher, those))

    def _tell(self, waiter: _Waiter, news: _News, look: Look) -> None:
        now_s = time.monotonic()
        if news != waiter.told and now_s - waiter.told_at >= STATUS_S:
            waiter.told, waiter.told_at = news, now_s
            waited = max(look.now - waiter.since, 0) // 1000
            waiter.socket.put(json.encode(MatchmakingStatus(news.waiting, news.needed, waited, news.starts_by)))

    async def _usher(self, waiters: list[_Waiter]) -> None:
        await asyncio.gather(*(self._reseat(each) if each.socket.room else self._seat(each) for each in waiters))

    async def _seat(self, waiter: _Waiter) -> None:
        """Bring the socket to the table that was found, as soon as there is a seat for its user."""
        socket, room_id = waiter.socket, waiter.place
        state = await self._house.play.look(room_id) if room_id else None
        if state is None or socket.user not in state.players:
            return
        entered = await self._house.play.enter(state.room_id, socket)
        if not isinstance(entered, Refusal):
            waiter.told = None
            socket.put(json.encode(MatchmakingFound(state.room_id, state.room_code)))
            lobby.show(self._house, socket, entered)

    async def _reseat(self, waiter: _Waiter) -> None:
        """Somebody who has taken a seat elsewhere does not look for one any more."""
        seat = await self._house.claims.room_of(waiter.socket.user)
        if seat is not None and seat != waiter.place and await rooms.is_seated(self._house, waiter.socket.user):
            await self.drop(waiter.socket)


def _news(look: Look) -> _News:
    """The longest wait ends at the promised moment; where it passes for lack of people, at the next."""
    longest = 0 if look.longest is None else look.now - look.longest
    promise = look.now - longest + MAX_WAIT_MS * (longest // MAX_WAIT_MS + 1)
    return _News(look.waiting, FEWEST if longest < MAX_WAIT_MS else SMALLEST, promise + look.downtime)


def _hashed(address: str) -> str:
    """Where somebody comes from, as far as it has to be told apart."""
    return "" if is_local(address) else salted_hmac("matchmaking.address", address).hexdigest()[:16]
