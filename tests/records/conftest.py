"""What the tests of the records share: a line to an empty Redis."""

from collections.abc import AsyncIterator

import pytest

from game.live import Live


@pytest.fixture
async def live(redis_url: str) -> AsyncIterator[Live]:
    """Return the site's line to an empty Redis; it ends with the test."""
    assert redis_url
    line = Live()
    yield line
    await line.close()
