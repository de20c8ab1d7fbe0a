"""One server process: what starts with it, and how it leaves without losing anybody."""

import asyncio

from game import house as houses
from game.background import forever
from lobby import codes
from mafia_site.drain import drain

_tasks: "dict[asyncio.AbstractEventLoop, asyncio.Task[None]]" = {}


def start() -> None:
    """Begin the background work of this process; calling it again changes nothing, and none of it waits for Redis."""
    loop = asyncio.get_running_loop()
    if loop in _tasks or drain.is_open:
        return
    _tasks[loop] = loop.create_task(forever("the code pool", codes.pool.refill, every_s=1.0))
    houses.current().open()


async def stop() -> None:
    """Send every socket away with "come back", let them go, and stop the background work."""
    await drain.run()
    task = _tasks.pop(asyncio.get_running_loop(), None)
    if task is not None:
        task.cancel()
        await houses.current().close()
