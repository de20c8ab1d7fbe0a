"""A moderator's ban reaches whoever is here, and whoever comes back; nobody else."""

import asyncio

import pytest

from tests.client import Closed, Player, Refused
from tests.gateway.people import People
from tests.servers import Site

PATIENCE_S = 20


async def banned(site: Site, player: Player) -> None:
    """Ban as the admin does, and wait until the sockets of the user are closed."""
    async with asyncio.timeout(PATIENCE_S):
        while not await asyncio.to_thread(ban, site, player.user_id):  # noqa: ASYNC110
            await asyncio.sleep(0.2)  # the recorder has not written the user yet
        with pytest.raises(Closed):
            await player.until(lambda _view: False, timeout=PATIENCE_S)


def ban(site: Site, user_id: str) -> bool:
    return bool(site.rows("UPDATE users SET is_active = false WHERE id = %s RETURNING id", user_id))


async def test_a_ban_closes_the_socket_and_keeps_it_closed(people: People, site: Site) -> None:
    ann, bob = await people.guest("Ann"), await people.guest("Bob")
    await banned(site, ann)
    assert ann.closed == 4403
    with pytest.raises(Refused, match="banned"):
        await people.again(ann)
    assert bob.closed is None
