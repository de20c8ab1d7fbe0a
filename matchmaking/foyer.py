"""Everything of the matchmaking that one process holds, wired together once; it acts through the house alone."""

import asyncio
from weakref import WeakKeyDictionary

from game import house as houses
from game.background import forever
from game.house import House
from matchmaking.grouping import STEP_MS
from matchmaking.hall import LOOK_S, Hall
from matchmaking.matcher import Matcher
from matchmaking.queue import Queue
from matchmaking.records import REST_S, Known


class Foyer:
    """One process's part in bringing strangers together; belongs to one event loop."""

    def __init__(self, house: House) -> None:
        """Build all parts; nothing runs before `open`."""
        queue = Queue(house.live)
        self.hall = Hall(house, queue)
        self._known = Known()
        self._matcher = Matcher(house, queue, self._known)
        self._tasks: list[asyncio.Task[None]] = []

    def open(self) -> None:
        """Start the work that goes on beside the sockets; once only."""
        if self._tasks:
            return
        works = (
            forever("the matcher", self._matcher.step, every_s=STEP_MS / 1000),
            forever("the matcher's questions", self._known.ask, every_s=REST_S),
            forever("the hall", self.hall.step, every_s=LOOK_S),
        )
        self._tasks = [asyncio.get_running_loop().create_task(work) for work in works]

    async def close(self) -> None:
        """Stop all work."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
        await self._matcher.settling.close()
        await self.hall.seating.close()


_foyers: "WeakKeyDictionary[asyncio.AbstractEventLoop, Foyer]" = WeakKeyDictionary()


def current() -> Foyer:
    """The foyer of the running event loop; built at the first call, opened by the process."""
    loop = asyncio.get_running_loop()
    if loop not in _foyers:
        _foyers[loop] = Foyer(houses.current())
    return _foyers[loop]
