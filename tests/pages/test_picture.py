"""The first picture of a table is there before any script, shows what is public, and is the same whatever one's card."""

import re
from typing import Any

import pytest
from django.test import AsyncClient
from django.utils import translation
from msgspec import structs

from game.engine.ids import UserId
from game.engine.state import Phase, Role, RoomState
from lobby import captions, picture
from tests.engine.moves import playing
from tests.pages.glances import CAST, glance
from tests.pages.glances import picture as pictured

SCREENS = ("lobby", "gathering", "reveal", "night", "day", "voting", "ended")
LATER = 10**15


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_screen_has_a_first_picture(async_client: AsyncClient, house: Any, screen: str) -> None:
    house(seen=structs.replace(glance(seated=True)) if False else seen(screen))
    page = (await async_client.get("/r/K7M2QF")).content.decode()
    assert f'data-first="{screen}"' in page
    shows_seats = screen not in {"reveal", "ended"}
    assert all((f"<bdi>{name}</bdi>" in page) == shows_seats for name in CAST)


def seen(screen: str) -> Any:
    """Jonas' table at this moment."""
    from dataclasses import replace

    return replace(glance(seated=True), picture=pictured(screen))
