"""What messengers show of a link: who invites and how many seats are free; and that asking for it leaves no trace."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
import redis.asyncio
from django.test import AsyncClient

from lobby import rooms
from lobby.rooms import Glance
from tests.pages.glances import glance

Card = dict[str, str]


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch, async_client: AsyncClient) -> Callable[..., Any]:
    """Read the card of a room as it would be seen there."""

    async def read(seen: Glance | None, **headers: str) -> Card:
        async def look(*_given: object) -> Glance | None:
            return seen

        async def no_table(_user_id: str) -> None:
            return None

        monkeypatch.setattr(rooms, "glance", look)
        monkeypatch.setattr(rooms, "table_of", no_table)
        return told(await async_client.get("/r/K7M2QF", headers=headers))

    return read


def told(answer: Any) -> Card:
    metas = re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', answer.content.decode())
    return {name: unescape(content) for name, content in metas}


async def test_a_shared_link_tells_who_invites_and_how_many_seats_are_free(card: Any) -> None:
    shown = await card(glance(taken=6))
    assert shown["og:title"] == "Mafia: room K7M-2QF"
    assert shown["og:description"] == "Mira invites you. 6 of 10 here; 4 seats free."


async def test_one_seat_is_one_seat(card: Any) -> None:
    assert (await card(glance(taken=9)))["og:description"].endswith("1 seat free.")


async def test_its_addresses_are_whole(card: Any) -> None:
    shown = await card(glance())
    assert shown["og:url"] == "http://testserver/r/K7M2QF"
    assert shown["og:image"].startswith("http://testserver/static/preview")
    assert shown["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(("seen", "title"), [(None, "No such room"), (glance(status="in_game"), "Game in progress")])
async def test_where_nobody_may_sit_down_it_shows_what_the_door_shows(card: Any, seen: Glance, title: str) -> None:
    shown = await card(seen)
    assert shown["og:title"] == title
    assert "Mira" not in str(shown)


async def test_a_name_is_text_in_it(card: Any) -> None:
    named = Glance(**{name: getattr(glance(), name) for name in Glance.__slots__} | {"host_name": '"><b>Eve'})
    assert (await card(named))["og:description"].startswith('"><b>Eve invites you.')


async def test_no_search_engine_lists_a_room(card: Any) -> None:
    assert (await card(glance()))["robots"] == "noindex"


async def test_the_start_page_has_a_card(async_client: AsyncClient) -> None:
    assert told(await async_client.get("/"))["og:title"] == "Mafia: someone at this table is lying"


async def test_asking_by_head_is_asking(async_client: AsyncClient) -> None:
    assert (await async_client.head("/")).status_code == 200


async def test_a_crawler_writes_nothing(live: redis.asyncio.Redis) -> None:
    for _visit in range(2):
        await AsyncClient().get("/r/K7M2QF")
        await AsyncClient().get("/")
    assert await live.dbsize() == 0
