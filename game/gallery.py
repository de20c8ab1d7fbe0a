"""The sockets of this process that look on without a seat: lets them in, a few at a table, and lets them go.

An onlooker is nobody's presence and holds nothing up: no command is performed for one, and Redis knows of none.
"""

from typing import Final

from accounts.address import is_local
from game.closing import CloseCode
from game.engine import onlookers
from game.engine.ids import RoomId
from game.engine.refusals import Refusal
from game.feed import Feed
from game.hub import Hub
from game.session import Socket
from game.store import Store

MOST: Final = 2_000
MOST_AT_A_TABLE: Final = 8
"""Onlookers of a process, and of a room there: each is one more who is told whatever is public."""
MOST_OF_A_USER: Final = 2
MOST_OF_AN_ADDRESS: Final = 6
"""Of those at one table: a laptop and a TV; an address, which may be a whole party's, leaves two places to others."""


class Gallery:
    """Who looks on, and where."""

    def __init__(self, hub: Hub, store: Store) -> None:
        """Show rooms through this hub, by the clock of this store."""
        self._hub = hub
        self._store = store
        self._where: dict[Socket, RoomId] = {}

    async def enter(self, room_id: RoomId, socket: Socket) -> Refusal | None:
        """Let this socket look on from now on, and show it the whole stage; asked again, it is shown again."""
        if self._where.get(socket, room_id) != room_id:
            await self.leave(socket)
        async with self._hub.lock(room_id):
            refusal = await self._let_in(room_id, socket)
            await self._hub.shut(room_id)
        return refusal

    async def leave(self, socket: Socket) -> None:
        """The socket is gone, or looks elsewhere."""
        room_id = self._where.pop(socket, None)
        if room_id is None:
            return
        if feed := self._hub.feeds.get(room_id):
            feed.onlookers.pop(socket, None)
        async with self._hub.lock(room_id):
            await self._hub.shut(room_id)

    def ban(self, users: frozenset[str]) -> None:
        """Close the sockets of these users."""
        for socket in list(self._where):
            if socket.user in users:
                socket.close(CloseCode.BANNED)

    async def _let_in(self, room_id: RoomId, socket: Socket) -> Refusal | None:
        feed = await self._hub.open(room_id)
        if feed is None:
            return Refusal.NOT_FOUND
        if refusal := onlookers.barred(feed.state, socket.user):
            return refusal
        if socket not in feed.onlookers:
            self._replace(feed, socket)
            if len(self._where) >= MOST or _is_full(feed, socket):
                return Refusal.FULL
        feed.onlookers[socket] = None
        self._where[socket] = room_id
        feed.unveil((socket,), self._store.live.now_ms())
        return None

    def _replace(self, feed: Feed, socket: Socket) -> None:
        """Close the user's oldest screens here, as a seat's are: after a bad line they may be there in name only."""
        own = [each for each in feed.onlookers if each.user == socket.user]
        for oldest in own[: len(own) - MOST_OF_A_USER + 1]:
            del feed.onlookers[oldest], self._where[oldest]
            oldest.close(CloseCode.OPENED_ELSEWHERE)


def _is_full(feed: Feed, socket: Socket) -> bool:
    """Whether the table has no place left for this one: no address takes those of all the others."""
    near = 0 if is_local(socket.address) else sum(each.address == socket.address for each in feed.onlookers)
    return len(feed.onlookers) >= MOST_AT_A_TABLE or near >= MOST_OF_AN_ADDRESS
