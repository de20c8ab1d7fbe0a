"""Houses of one process each, over one real and empty Redis."""

from collections.abc import AsyncIterator

import pytest
import redis.asyncio

from tests.store.table import Houses


@pytest.fixture
async def houses(live: redis.asyncio.Redis) -> AsyncIterator[Houses]:
    """As many processes as the test wants, none of which does anything by itself."""
    made = Houses(live)
    yield made
    await made.close()
