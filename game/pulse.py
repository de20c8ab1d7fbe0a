"""Signs of life of this process's sockets, and the five-second look that makes up for every lost doorbell."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from game.background import together
from game.engine.commands import Connect, Lapse
from game.engine.ids import RoomId
from game.errands import Errands
from game.feed import Feed
from game.hub import Hub
from game.play import Play
from game.session import Socket
from game.store import Sign, Store, member

BEAT_S: Final = 5.0


class Pulse:
    """Says for all rooms of this process that their sockets are there."""

    def __init__(self, store: Store, hub: Hub, play: Play) -> None:
        """Report to this store on the sockets of this hub."""
        self._store = store
        self._hub = hub
        self._play = play
        self.rounds = Errands("the round")

    async def beat(self) -> None:
        """Give all signs in one round trip; what they bring to light is looked after room by room."""
        await together(*(self._sign(*each) for each in list(self._hub.feeds.items())))

    async def _sign(self, room_id: RoomId, feed: Feed) -> None:
        members = [member(socket.user, socket.connection) for socket in feed.sockets.values()]
        version, late = await self._store.alive(room_id, members)
        self.rounds.run(room_id, partial(self._look_after, room_id, feed, version, late))

    async def _look_after(self, room_id: RoomId, feed: Feed, version: int, late: Sequence[Sign]) -> None:
        is_behind = version != feed.state.version or self._store.timely(feed.state) is not feed.state
        if is_behind or not feed.is_followed:
            await self._hub.refresh(room_id)
        for socket in list(feed.sockets.values()):
            await self._reassure(room_id, socket)
        for sign in late:
            await self._play.perform(room_id, Lapse(sign.user, sign.connection, sign.at))
            await self._store.forget(room_id, sign)

    async def _reassure(self, room_id: RoomId, socket: Socket) -> None:
        """Say again that the player is here: a gateway that was frozen for a while was taken for dead, with them."""
        state = await self._play.look(room_id)
        player = state.players.get(socket.user) if state else None
        is_taken_for_gone = player is not None and (not player.connected or player.connection < socket.connection)
        if is_taken_for_gone and self._hub.sockets.get(socket.user) is socket:
            await self._play.perform(room_id, Connect(socket.user, socket.connection))
