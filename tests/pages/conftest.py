"""Pages ask the live Redis where their visitor sits, so one is up before the first of them."""

from collections.abc import Mapping

import pytest


@pytest.fixture(autouse=True)
def _live(servers: Mapping[str, str]) -> None:
    assert servers
