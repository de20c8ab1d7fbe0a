"""One server process: what starts with it, and how it leaves without losing anybody."""

import asyncio
from typing import Final

from accounts.bans import bans
from game import house as houses
from game.background import forever
from game.closing import CloseCode
from lobby import codes
from mafia_site.drain import drain
from matchmaking import foyer

BANS_S: Final = 5.0
_tasks: "dict[asyncio.AbstractEventLoop, list[asyncio.Task[None]]]" = {}


def start() -> None:
    """Begin the background work of this process; calling it again changes nothing, and none of it waits for Redis."""
    loop = asyncio.get_running_loop()
    if loop in _tasks or drain.is_open:
        return
    works = (
        forever("the code pool", codes.pool.refill, every_s=1.0),
        forever("the bans", enforce_bans, every_s=BANS_S),
    )
    _tasks[loop] = [loop.create_task(work) for work in works]
    houses.current().open()
    foyer.current().open()


async def stop() -> None:
    """Send every socket away with "come back", let them go, and stop the background work."""
    await drain.run()
    tasks = _tasks.pop(asyncio.get_running_loop(), None)
    if tasks is None:
        return
    for task in tasks:
        task.cancel()
    await foyer.current().close()
    await houses.current().close()


async def enforce_bans() -> None:
    """Read who is banned, and close the sockets of those who are here."""
    await bans.look()
    house = houses.current()
    for user, socket in list(house.hub.sockets.items()):
        if user in bans.standing:
            socket.close(CloseCode.BANNED)
    house.gallery.ban(bans.standing)
