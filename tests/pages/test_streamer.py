"""Streamer mode, as the server draws it: before any script has run, no page tells the code of the visitor's table."""

import json
import re
from http import HTTPStatus

import pytest
from django.test import AsyncClient

from game.engine.ids import RoomCode
from lobby import rooms, streamer
from lobby.rooms import Glance
from tests.pages.glances import CODE, glance

SPELLED = "K7M-2QF"


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch, async_client: AsyncClient) -> AsyncClient:
    """A streamer who sits at a table."""

    async def table_of(_user_id: str) -> RoomCode:
        return CODE

    async def look(*_given: object) -> Glance:
        return glance(seated=True)

    monkeypatch.setattr(rooms, "table_of", table_of)
    monkeypatch.setattr(rooms, "glance", look)
    async_client.cookies[streamer.COOKIE] = "1"
    return async_client


async def test_a_reload_comes_back_to_the_table_and_shows_no_code(seated: AsyncClient) -> None:
    page = (await seated.get("/r/hidden")).content.decode()
    seen = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)
    assert SPELLED not in seen
    assert "•••-•••" in seen
    assert "<title>Mafia</title>" in page


async def test_the_script_of_the_page_knows_the_code_all_the_same(seated: AsyncClient) -> None:
    page = (await seated.get("/r/hidden")).content.decode()
    found = re.search(r'<script id="page" type="application/json">(.*?)</script>', page)
    assert found
    assert json.loads(found[1])["code"] == CODE


async def test_the_address_with_the_code_leads_to_the_one_without(seated: AsyncClient) -> None:
    assert (await seated.get("/r/K7M2QF"))["Location"] == "/r/hidden"


async def test_the_way_back_from_the_queue_tells_no_code(seated: AsyncClient) -> None:
    assert (await seated.get("/play"))["Location"] == "/r/hidden"


async def test_the_way_back_from_the_start_page_tells_no_code(seated: AsyncClient) -> None:
    page = (await seated.get("/")).content.decode()
    assert 'href="/r/hidden"' in page
    assert SPELLED not in page.replace(f'placeholder="{SPELLED}"', "")


async def test_who_sits_nowhere_begins_at_the_start(async_client: AsyncClient) -> None:
    answer = await async_client.get("/r/hidden")
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, "/")


async def test_a_door_tells_no_code_either(seated: AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def look(*_given: object) -> Glance:
        return glance()

    monkeypatch.setattr(rooms, "glance", look)
    page = (await seated.get("/r/K7M2QF")).content.decode()
    assert "•••-•••" in page.partition("<main")[2]
    assert SPELLED not in page.partition("<main")[2]


async def test_without_it_everything_is_as_ever(seated: AsyncClient) -> None:
    seated.cookies.clear()
    assert SPELLED in (await seated.get("/r/K7M2QF")).content.decode()
