"""Processes of matchmaking over one real and empty Redis."""

from collections.abc import AsyncIterator

import pytest
import redis.asyncio

from tests.matchmaking.scene import Scene
from tests.store.table import Houses


@pytest.fixture
async def scene(live: redis.asyncio.Redis) -> AsyncIterator[Scene]:
    """A queue that nobody waits in, and as many processes as the test wants."""
    houses = Houses(live)
    made = Scene(houses)
    yield made
    for process in made.processes:
        process.revive()
    await houses.close()
