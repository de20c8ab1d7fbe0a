"""Everything of the game that one process holds, wired together once; the gateway and the pages act through it."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any, cast
from weakref import WeakKeyDictionary

from channels.layers import BaseChannelLayer, get_channel_layer
from redis.exceptions import RedisError

from game import keys, outbox
from game.background import forever
from game.board import Board
from game.claims import Claims
from game.clock import TICK_S, Clock
from game.gallery import Gallery
from game.hub import Hub
from game.live import Live
from game.outbox import OutboxEvent
from game.play import Play
from game.pulse import BEAT_S, Pulse
from game.recorder import REST_S, Recorder
from game.store import Store


class House:
    """The live side of one process; belongs to one event loop."""

    def __init__(self) -> None:
        """Build all parts; nothing runs before `open`."""
        self.live = Live()
        self.store = Store(self.live)
        self.hub = Hub(self.store, cast("BaseChannelLayer", get_channel_layer()))
        self.gallery = Gallery(self.hub, self.store)
        self.claims = Claims(self.live, self.store)
        self.play = Play(self.store, self.hub, self.claims)
        self.board = Board(self.live, self.store)
        self.recorder = Recorder(self.live)
        self._clock = Clock(self.store, self.play)
        self._pulse = Pulse(self.store, self.hub, self.play)
        self._tasks: list[asyncio.Task[None]] = []

    def open(self) -> None:
        """Start the work that goes on beside the sockets; once only."""
        if self._tasks:
            return
        self._go(forever("the clock", self._clock.tick, every_s=TICK_S))
        self._go(forever("the pulse", self._pulse.beat, every_s=BEAT_S))
        self._go(forever("the recorder", self.recorder.step, every_s=REST_S))
        self._go(forever("the doorbell", self.hub.hear, every_s=0))
        self._go(forever("the ringer", self.hub.send_rings, every_s=0))

    async def close(self) -> None:
        """Stop all work and hang up."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        for errands in (self._clock.wakes, self._pulse.rounds, self.hub.catching_up):
            await errands.close()
        with contextlib.suppress(RedisError):
            await self.recorder.resign()
        await self.live.close()

    async def note(self, name: str, event: OutboxEvent) -> None:
        """Owe the records an event that belongs to no room; `name` picks the shard."""
        await self.live.redis.xadd(keys.outbox(keys.shard_of(name)), {"event": outbox.encode([event])})

    def _go(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(asyncio.get_running_loop().create_task(work))


_houses: "WeakKeyDictionary[asyncio.AbstractEventLoop, House]" = WeakKeyDictionary()


def current() -> House:
    """The house of the running event loop; built at the first call, opened by the process."""
    loop = asyncio.get_running_loop()
    if loop not in _houses:
        _houses[loop] = House()
    return _houses[loop]
