"""One server process: what starts with it, and how it leaves without losing anybody."""

import asyncio
from typing import Final

from game import house as houses
from game.background import forever
from game.session import RESTARTING
from lobby import codes
from mafia_site import gateway

DRAIN_S: Final = 5.0
_tasks: "dict[asyncio.AbstractEventLoop, asyncio.Task[None]]" = {}
is_draining = False


async def start() -> None:
    """Begin the background work of this process; calling it again changes nothing."""
    loop = asyncio.get_running_loop()
    if loop in _tasks:
        return
    _tasks[loop] = loop.create_task(forever("the code pool", codes.pool.refill, every_s=1.0))
    await houses.current().open()


async def stop() -> None:
    """Send every socket away with "come back", let them go, and stop the background work."""
    global is_draining  # noqa: PLW0603 - the process has one life, and the health check asks for it
    is_draining = True
    for socket in list(gateway.open_sockets):
        socket.close(RESTARTING)
    deadline = asyncio.get_running_loop().time() + DRAIN_S
    while gateway.open_sockets and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
        await asyncio.sleep(0.05)  # the sockets leave one by one
    task = _tasks.pop(asyncio.get_running_loop(), None)
    if task is not None:
        task.cancel()
    await houses.current().close()
