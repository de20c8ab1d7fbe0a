"""Everything of the game that one process holds, wired together once; the gateway and the pages act through it."""

import contextlib
from typing import cast

from channels.layers import BaseChannelLayer, get_channel_layer
from redis.exceptions import RedisError

from game import keys, outbox
from game.background import Chore, Chores, PerLoop
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
        self._chores = Chores()

    def open(self) -> None:
        """Start the work that goes on beside the sockets; once only."""
        self._chores.begin(
            Chore("the clock", self._clock.tick, TICK_S),
            Chore("the pulse", self._pulse.beat, BEAT_S),
            Chore("the recorder", self.recorder.step, REST_S),
            Chore("the doorbell", self.hub.hear, 0),
            Chore("the ringer", self.hub.send_rings, 0),
        )

    async def close(self) -> None:
        """Stop all work and hang up."""
        await self._chores.end()
        for errands in (self._clock.wakes, self._pulse.rounds, self.hub.catching_up):
            await errands.close()
        with contextlib.suppress(RedisError):
            await self.recorder.resign()
        await self.live.close()

    async def note(self, name: str, event: OutboxEvent) -> None:
        """Owe the records an event that belongs to no room; `name` picks the shard."""
        await self.live.redis.xadd(keys.outbox(keys.shard_of(name)), {"event": outbox.encode([event])})


_houses = PerLoop(House)


def current() -> House:
    """The house of the running event loop; built at the first call, opened by the process."""
    return _houses.current()
