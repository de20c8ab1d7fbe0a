"""Where one process's sockets wait: it vouches for them, tells them the news, seats them. It matches nobody.

A look every half a second costs one script: it hears of all calls since the last one, and asks about those alone whose
sign of life is to be renewed or who have been called. What it finds out is only acted upon for a socket that is still
the one that it asked for: a person may have come back by another one meanwhile.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from django.conf import settings
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
from matchmaking.convening import free
from matchmaking.frames import MatchmakingFound, MatchmakingLeft, MatchmakingStatus
from matchmaking.grouping import MAX_WAIT_MS, needed
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
class _Tab:
    """A socket here whose user has a ticket."""

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
        self._tabs: dict[UserId, _Tab] = {}
        self._heard_until = 0
        self.seating = Errands("the seating")

    async def join(self, socket: Socket) -> bool:
        """Let the socket wait here, with a ticket if there is none yet; False for a user who sits at a table."""
        if await self.welcome(socket):
            return True
        if not await free(self._house, self._queue, socket.user):
            return False
        await self._queue.enlist(socket.user, username=socket.username, address=_hashed(socket.address))
        await self.welcome(socket)
        return True

    async def welcome(self, socket: Socket) -> bool:
        """Let the socket wait here if its user has a ticket; False when there is none."""
        ticket = await self._queue.ticket(socket.user)
        if ticket is None or self._house.hub.sockets.get(socket.user) is not socket:
            return ticket is not None  # The socket is gone, or has given way to a newer one, which waits instead.
        tab = self._tabs[socket.user] = _Tab(socket, ticket.since)
        look = await self._look({socket.user: tab})
        await together(*map(self._let_go, self._heed({socket.user: tab}, look)))
        if self._tabs.get(socket.user) is tab:
            self._serve([tab], look)
        return True

    async def drop(self, socket: Socket) -> RoomId | None:
        """End the user's ticket; returns the room that it was called to."""
        self._tabs.pop(socket.user, None)
        return await self._queue.drop(socket.user)

    async def absent(self, socket: Socket) -> None:
        """The socket is gone; the ticket keeps its place for a while."""
        tab = self._tabs.get(socket.user)
        if tab is not None and tab.socket is socket:
            del self._tabs[socket.user]
            await self._queue.hush(socket.user, tab.sign)

    async def step(self) -> None:
        """Look how it stands with everybody here, and tell them or bring them to their seats."""
        if not self._tabs:
            return
        due = {user: tab for user, tab in self._tabs.items() if tab.is_due(self._heard_until)}
        look = await self._look(due, news_since=self._heard_until)
        self._heard_until = look.now
        ended = self._heed(due, look)
        self._serve(self._tabs.values(), look)
        await together(*map(self._let_go, ended), *map(self._recall, due.values()))

    async def _look(self, asked: dict[UserId, _Tab], *, news_since: int | None = None) -> Look:
        """Vouch for these people, and take it back of those whose socket has gone in that moment."""
        look = await self._queue.look(list(asked), news_since=news_since)
        await together(*(self._queue.hush(user, look.now) for user in asked.keys() - self._tabs.keys()))
        return look

    def _heed(self, asked: dict[UserId, _Tab], look: Look) -> list[_Tab]:
        """Take in what has become of these tickets, and of those that were called; returns whose tickets have ended."""
        # Not of those who are here by another socket by now, or have stopped waiting.
        here = {user: tab for user, tab in asked.items() if self._tabs.get(user) is tab}
        for user in here.keys() & look.places.keys():
            here[user].place, here[user].sign = look.places[user], look.now
        for user in look.news.keys() & self._tabs.keys():
            self._tabs[user].place = look.news[user]
        return [self._tabs.pop(user) for user in here.keys() - look.places.keys()]

    async def _let_go(self, tab: _Tab) -> None:
        """The ticket has ended: a game has begun, perhaps before this socket came to it; or the search is over."""
        if tab.socket.room is None:
            tab.place = await self._house.claims.room_of(tab.socket.user)
            await self._seat(tab)
        if tab.socket.room is None and tab.socket.user not in self._tabs:  # and has not asked again meanwhile
            tab.socket.put(json.encode(MatchmakingLeft()))

    def _serve(self, tabs: Iterable[_Tab], look: Look) -> None:
        """Tell those who wait how the search stands, and bring those to their seats who have one."""
        news, to_seat = _news(look), dict[RoomId, list[_Tab]]()
        for tab in tabs:
            if not tab.sign:
                continue  # Just come, and not asked about yet: the place is not known.
            room_id = tab.socket.room or tab.place
            if room_id is None:
                self._tell(tab, news, look)
            elif tab.place != tab.socket.room:
                to_seat.setdefault(room_id, []).append(tab)
        for room_id, those in to_seat.items():
            self.seating.run(room_id, partial(self._seat_all, those))

    def _tell(self, tab: _Tab, news: _News, look: Look) -> None:
        now_s = time.monotonic()
        if news != tab.told and now_s - tab.told_at >= STATUS_S:
            tab.told, tab.told_at = news, now_s
            waited = max(look.now - tab.since, 0) // 1000
            tab.socket.put(json.encode(MatchmakingStatus(news.waiting, news.needed, waited, news.starts_by)))

    async def _seat_all(self, tabs: list[_Tab]) -> None:
        await together(*(self._reseat(each) if each.socket.room else self._seat(each) for each in tabs))

    async def _seat(self, tab: _Tab) -> None:
        """Bring the socket to the table that was found, as soon as there is a seat for its user."""
        socket, room_id = tab.socket, tab.place
        state = await self._house.play.look(room_id) if room_id else None
        if state is None or socket.user not in state.players:
            return
        entered = await self._house.play.enter(state.room_id, socket)
        if not isinstance(entered, Refusal):
            tab.told = None
            socket.put(json.encode(MatchmakingFound(state.room_id, state.room_code)))
            lobby.show(self._house, socket, entered)

    async def _recall(self, tab: _Tab) -> None:
        """End the search of somebody who has sat down by a form, on a page that has no socket yet to say so."""
        user = tab.socket.user
        if tab.place is not None or tab.socket.room is not None or self._tabs.get(user) is not tab:
            return
        state = await rooms.seat_of(self._house, user)
        # The seat first, then the ticket: it may be the one that the ticket has just been called to.
        if state is None or await self._queue.holders(state.room_id, [user]):
            return
        if not await free(self._house, self._queue, user):
            await self.drop(tab.socket)
            tab.socket.put(json.encode(MatchmakingLeft()))

    async def _reseat(self, tab: _Tab) -> None:
        """Somebody who has taken a seat elsewhere does not look for one any more."""
        if not await free(self._house, self._queue, tab.socket.user, tab.place):
            await self.drop(tab.socket)


def _news(look: Look) -> _News:
    """The longest wait ends at the promised moment; where it passes for lack of people, at the next."""
    longest = 0 if look.longest is None else look.now - look.longest
    promise = look.now - longest + MAX_WAIT_MS * (longest // MAX_WAIT_MS + 1)
    return _News(look.waiting, needed(longest, fill=settings.BOTS_FILL_PUBLIC), promise + look.downtime)


def _hashed(address: str) -> str:
    """Where somebody comes from, as far as it has to be told apart."""
    return "" if is_local(address) else salted_hmac("matchmaking.address", address).hexdigest()[:16]
