"""What pages weigh on the wire: budgets, so that nobody gets slow unawares. Counted as gzip packs it, brotli less."""

import gzip
import re
from http import HTTPStatus
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings
from django.test import AsyncClient

from lobby import rooms, sheets
from lobby.rooms import Glance
from tests.pages.glances import glance

KB: Final = 1000
LANDING_SCRIPT: Final = 25 * KB
LANDING_STYLE: Final = 8 * KB
# A quarter of a second on a slow phone's line, after the first picture and not before it; other languages weigh more.
ROOM_SCRIPT: Final = 50 * KB
ROOM_STYLE: Final = 12 * KB
# Far below the 14 kB that a server may send before it hears of the visitor again.
ROOM_PAGE: Final = 6 * KB


@pytest.fixture(autouse=True)
def _seated(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look(*_given: object) -> Glance:
        return glance(seated=True)

    async def table_of(*_given: object) -> None:
        return None

    monkeypatch.setattr(rooms, "glance", look)
    monkeypatch.setattr(rooms, "table_of", table_of)


async def read(client: AsyncClient, address: str) -> str:
    return (await client.get(address)).content.decode()


def packed(*texts: bytes) -> int:
    return sum(len(gzip.compress(text, 9)) for text in texts)


def scripts(page: str) -> list[bytes]:
    root = Path(settings.BASE_DIR)
    return [(root / path).read_bytes() for path in sorted(set(re.findall(r'(?:href|src)="/(static/[^"]+\.js)"', page)))]


async def styles(client: AsyncClient, page: str) -> list[bytes]:
    addresses = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    return [(await client.get(address)).content for address in addresses]


async def test_the_landing_page_keeps_its_budget(async_client: AsyncClient) -> None:
    page = await read(async_client, "/")
    assert packed(*scripts(page)) <= LANDING_SCRIPT
    assert packed(*await styles(async_client, page)) <= LANDING_STYLE


async def test_the_table_keeps_its_budget(async_client: AsyncClient) -> None:
    page = await read(async_client, "/r/K7M2QF")
    assert packed(*scripts(page)) <= ROOM_SCRIPT
    assert packed(*await styles(async_client, page)) <= ROOM_STYLE
    assert packed(page.encode()) <= ROOM_PAGE


@pytest.mark.parametrize("address", ["/", "/r/K7M2QF"])
async def test_two_files_are_all_that_the_first_picture_waits_for(async_client: AsyncClient, address: str) -> None:
    page = await read(async_client, address)
    assert len(re.findall(r'rel="stylesheet"', page)) == 2
    assert not re.findall(r"<script src=[^>]*(?<!defer)>", page)


async def test_the_script_of_a_table_comes_after_its_picture(async_client: AsyncClient) -> None:
    page = await read(async_client, "/r/K7M2QF")
    wanted = re.findall(r'<link rel="modulepreload"[^>]*>|<script type="module" src="/static/built[^>]*>', page)
    assert len(wanted) == 2
    assert all('fetchpriority="low"' in each for each in wanted)


async def test_styles_are_kept_for_good_under_the_name_of_what_is_in_them(async_client: AsyncClient) -> None:
    answer = await async_client.get(sheets.address("room"))
    assert (answer["Content-Type"], "immutable" in answer["Cache-Control"]) == ("text/css", True)
    assert (await async_client.get("/styles/room-0123456789ab.css"))["Cache-Control"] == "no-cache"
    assert (await async_client.get("/styles/secrets-1.css")).status_code == HTTPStatus.NOT_FOUND


def test_every_sheet_is_on_some_page() -> None:
    joined = {name for names in sheets.JOINED.values() for name in names}
    known = {path.stem for path in (Path(settings.BASE_DIR) / "static" / "css").glob("*.css")}
    assert joined == known
