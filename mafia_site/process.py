"""One server process: what starts with it, and how it leaves without losing anybody."""

from typing import Final

from accounts.bans import bans
from game import house as houses
from game.background import Chore, Chores, PerLoop
from game.closing import CloseCode
from lobby import codes
from mafia_site.drain import drain
from matchmaking import foyer

BANS_S: Final = 5.0
_chores = PerLoop(Chores)


def start() -> None:
    """Begin the background work of this process; calling it again changes nothing, and none of it waits for Redis."""
    if drain.is_open:
        return
    _chores.current().begin(
        Chore("the code pool", codes.pool.refill, 1.0),
        Chore("the bans", enforce_bans, BANS_S),
    )
    houses.current().open()
    foyer.current().open()


async def stop() -> None:
    """Send every socket away with "come back", let them go, and stop the background work."""
    await drain.run()
    if not _chores.current().are_underway:
        return
    await _chores.current().end()
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
