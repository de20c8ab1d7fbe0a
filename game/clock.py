"""Moves what is due in any room: a deadline is claimed under a lease, and whoever is alive fires it, once."""

from functools import partial
from typing import Final

from game import keys
from game.background import together
from game.errands import Errands
from game.play import Play
from game.store import Store

TICK_S: Final = 0.25


class Clock:
    """One process's share of watching the deadlines of all rooms."""

    def __init__(self, store: Store, play: Play) -> None:
        """Claim from this store, act through this play."""
        self._store = store
        self._play = play
        self.wakes = Errands("the wake")

    async def tick(self) -> None:
        """Claim what is due on every shard and let it happen; neither rooms nor shards wait for each other."""
        await together(*map(self._look, range(keys.SHARDS)))

    async def _look(self, shard: int) -> None:
        now_ms, rooms = await self._store.due(shard)
        for room_id in rooms:
            self.wakes.run(room_id, partial(self._play.wake, room_id, now_ms))
