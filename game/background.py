"""Work that goes on for ever beside the sockets; trouble is logged once, not once a second."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

T = TypeVar("T")
TROUBLED_S: Final = 1.0
log = logging.getLogger(__name__)


class Chore(NamedTuple):
    """A step to take again and again, under the name that its trouble is logged with."""

    name: str
    step: Callable[[], Awaitable[None]]
    every_s: float


class Chores:
    """The chores of one owner: begun together, and once; ended together."""

    def __init__(self) -> None:
        """Nothing is done before `begin`."""
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def are_underway(self) -> bool:
        """Whether anybody is at them."""
        return bool(self._tasks)

    def begin(self, *chores: Chore) -> None:
        """Start them; when they have been started already, nothing changes."""
        if not self._tasks:
            loop = asyncio.get_running_loop()
            self._tasks = [loop.create_task(forever(name, step, every_s=rest)) for name, step, rest in chores]

    async def end(self) -> None:
        """Stop them, and return when they have stopped."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class PerLoop(Generic[T]):
    """One of something for each event loop, built at the first call."""

    def __init__(self, build: Callable[[], T]) -> None:
        """Nothing is built yet."""
        self._build = build
        self._built: WeakKeyDictionary[asyncio.AbstractEventLoop, T] = WeakKeyDictionary()

    def current(self) -> T:
        """That of the running loop."""
        loop = asyncio.get_running_loop()
        if loop not in self._built:
            self._built[loop] = self._build()
        return self._built[loop]


async def forever(name: str, step: Callable[[], Awaitable[None]], *, every_s: float) -> None:
    """Take a step, rest, and again, until it is cancelled; after a step that fails the rest is a second at least."""
    is_troubled, rest_s = False, 0.0
    while not _is_cancelled():
        try:
            await asyncio.sleep(rest_s)
            await step()
        except asyncio.CancelledError:
            if _is_cancelled():
                raise
            # A stray one: a timeout below fired as its work was done. A clock that ended here would stop every game.
        except Exception as trouble:  # noqa: BLE001 - this is the edge: nothing is above it to report to
            if not is_troubled:
                log.error("%s is in trouble: %s: %s", name, type(trouble).__name__, trouble)
            is_troubled, rest_s = True, max(every_s, TROUBLED_S)
        else:
            if is_troubled:
                log.warning("%s is well again", name)
            is_troubled, rest_s = False, every_s


async def together(*works: Awaitable[T]) -> list[T]:
    """Do all of this at once; what fails holds up nothing else, and the first of the troubles is raised at the end."""
    results: list[T] = []
    for result in await asyncio.gather(*works, return_exceptions=True):
        if isinstance(result, BaseException):
            raise result
        results.append(result)
    return results


def _is_cancelled() -> bool:
    """A library below may swallow the one CancelledError there is; who waits for this task would wait for ever."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
