"""Moves what is due in any room: a deadline is claimed under a lease, and whoever is alive fires it, once."""

import asyncio
import logging
from typing import Final

from game import keys
from game.engine.ids import RoomId
from game.play import Play
from game.store import Store

TICK_S: Final = 0.25
log = logging.getLogger(__name__)


class Clock:
    """One process's share of watching the deadlines of all rooms."""

    def __init__(self, store: Store, play: Play) -> None:
        """Claim from this store, act through this play."""
        self._store = store
        self._play = play

    async def tick(self) -> None:
        """Claim what is due on every shard and let it happen; rooms do not wait for each other."""
        claims = await asyncio.gather(*(self._store.due(shard) for shard in range(keys.SHARDS)))
        await asyncio.gather(*(self._wake(room, now_ms) for now_ms, rooms in claims for room in rooms))

    async def _wake(self, room_id: RoomId, now_ms: int) -> None:
        try:
            await self._play.wake(room_id, now_ms)
        except Exception as trouble:  # noqa: BLE001 - one broken room must not stop the clock of all others
            log.error("room %s could not be woken: %s: %s", room_id, type(trouble).__name__, trouble)
