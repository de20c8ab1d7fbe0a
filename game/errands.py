"""Work on rooms that nothing waits for: one errand a room at a time, and one bad room holds up no other."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from game.engine.ids import RoomId

Errand = Callable[[], Awaitable[None]]
log = logging.getLogger(__name__)


class Errands:
    """The errands of one kind that run in this process."""

    def __init__(self, name: str) -> None:
        """Say in the log what kind they are."""
        self._name = name
        self._running: dict[RoomId, asyncio.Task[None]] = {}
        self._next: dict[RoomId, Errand] = {}
        self._troubled: set[RoomId] = set()

    def run(self, room_id: RoomId, errand: Errand) -> None:
        """Start it; while the room's last one still runs, the newest asked for runs once after it."""
        if room_id in self._running:
            self._next[room_id] = errand
            return
        self._running[room_id] = asyncio.get_running_loop().create_task(self._do(room_id, errand))

    async def settled(self) -> None:
        """Wait for those that run."""
        await asyncio.gather(*self._running.values())

    async def close(self) -> None:
        """End those that run, and wait for them."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _do(self, room_id: RoomId, errand: Errand) -> None:
        try:
            await self._try(room_id, errand)
            while following := self._next.pop(room_id, None):
                await self._try(room_id, following)
        finally:
            del self._running[room_id]
            self._next.pop(room_id, None)

    async def _try(self, room_id: RoomId, errand: Errand) -> None:
        """Trouble is told once a room, until it is over."""
        try:
            await errand()
        except Exception as trouble:  # noqa: BLE001 - this is the edge: nothing is above it to report to
            if room_id not in self._troubled:
                log.error("%s of room %s: %s: %s", self._name, room_id, type(trouble).__name__, trouble)
            self._troubled.add(room_id)
        else:
            self._troubled.discard(room_id)
