"""Signs of life of this process's sockets, and the five-second look that makes up for every lost doorbell."""

import asyncio
from typing import Final

from game.engine.commands import Lapse
from game.engine.ids import RoomId
from game.hub import Hub
from game.play import Play
from game.store import Store, member

BEAT_S: Final = 5.0


class Pulse:
    """Says for all rooms of this process that their sockets are there."""

    def __init__(self, store: Store, hub: Hub, play: Play) -> None:
        """Report to this store on the sockets of this hub."""
        self._store = store
        self._hub = hub
        self._play = play

    async def beat(self) -> None:
        """Refresh every room that this process shows."""
        await asyncio.gather(*(self._refresh(room_id) for room_id in list(self._hub.feeds)))

    async def _refresh(self, room_id: RoomId) -> None:
        feed = self._hub.feeds.get(room_id)
        if feed is None:
            return  # Everybody left between the beat and this line.
        members = [member(socket.user, socket.connection) for socket in feed.sockets.values()]
        version, late = await self._store.alive(room_id, members)
        if not feed.sockets or version != feed.state.version or self._store.timely(feed.state) is not feed.state:
            await self._hub.refresh(room_id)
        for sign in late:
            await self._play.perform(room_id, Lapse(sign.user, sign.connection, sign.at))
            await self._store.forget(room_id, sign)
