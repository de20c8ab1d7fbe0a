"""The board of the rooms that anybody may join: a look at the fullest, shared by all who ask; it seats nobody."""

import asyncio
import time
from contextlib import suppress
from typing import Final

from game import keys, listing
from game.background import together
from game.engine.ids import RoomId
from game.engine.state import RoomState
from game.live import Live
from game.store import StaleCodeError, Store

MOST: Final = 20
"""Nobody reads more, and each costs a read."""

FRESH_S: Final = 1.0
"""However many look at the landing page, Redis is asked this often."""


class Board:
    """What one process knows of the rooms on offer."""

    def __init__(self, live: Live, store: Store) -> None:
        """Look through this line, and verify with this store."""
        self._live = live
        self._store = store
        self._stale_at = 0.0
        self._look: asyncio.Task[list[RoomState]] | None = None

    async def rooms(self) -> list[RoomState]:
        """The rooms with the most people, as they stood a second ago at most.

        Who asks meanwhile waits for the same look, and shares its trouble: nobody queues behind a Redis that is away.
        """
        if self._look is None or (self._look.done() and time.monotonic() >= self._stale_at):
            self._look = asyncio.get_running_loop().create_task(self._read())
        return await asyncio.shield(self._look)

    async def _read(self) -> list[RoomState]:
        rooms = await self._found()
        self._stale_at = time.monotonic() + FRESH_S
        return rooms

    async def _found(self) -> list[RoomState]:
        shards = await together(*map(self._listed, range(keys.SHARDS)))
        fullest = sorted((listed for shard in shards for listed in shard), reverse=True)[:MOST]
        rooms = await together(*(self._verified(room) for _, room in fullest))
        return sorted(filter(None, rooms), key=listing.rank, reverse=True)

    async def _listed(self, shard: int) -> list[tuple[int, RoomId]]:
        flat = await self._live.call("listed", (keys.listed(shard),), (MOST,))
        return [(int(rank), RoomId(room.decode())) for room, rank in zip(flat[::2], flat[1::2], strict=True)]

    async def _verified(self, room_id: RoomId) -> RoomState | None:
        """The room, if it belongs here; a gateway of an older release may have changed it and not told the list."""
        with suppress(StaleCodeError):
            reading = await self._store.read(room_id)
            if reading.state is not None and listing.rank(reading.state):
                return reading.state
            room = keys.of_room(room_id)
            await self._live.call("unlist", (room.room, room.listed), (reading.version,))
        return None
