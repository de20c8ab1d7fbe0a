"""The QR code of a room: what it says, how it looks, and that it tells nothing else."""

from http import HTTPStatus

import pytest
from django.conf import settings
from django.test import AsyncClient

from lobby import qr


async def test_the_code_of_a_room_is_its_address_on_this_host(async_client: AsyncClient) -> None:
    answer = await async_client.get("/r/K7M2QF/qr.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content == qr.drawn("http://testserver/r/K7M2QF")


async def test_behind_the_proxy_it_is_the_address_that_visitors_use(async_client: AsyncClient) -> None:
    answer = await async_client.get("/r/K7M2QF/qr.svg", secure=True)
    assert answer.content == qr.drawn("https://testserver/r/K7M2QF")


async def test_any_writing_of_a_code_is_the_same_picture(async_client: AsyncClient) -> None:
    assert (await async_client.get("/r/k7m-2qf/qr.svg")).content == qr.drawn("http://testserver/r/K7M2QF")


@pytest.mark.parametrize("code", ["hidden", "K7M2Q0", "K7M2QFF"])
async def test_what_is_no_code_has_no_picture(async_client: AsyncClient, code: str) -> None:
    assert (await async_client.get(f"/r/{code}/qr.svg")).status_code == HTTPStatus.NOT_FOUND


async def test_every_cache_may_keep_it_and_nobody_gets_an_identity_for_it(async_client: AsyncClient) -> None:
    answer = await async_client.get("/r/K7M2QF/qr.svg")
    assert "public" in answer["Cache-Control"]
    assert settings.IDENTITY_COOKIE not in answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_it_is_black_on_white_with_four_modules_around() -> None:
    picture = qr.drawn("https://mafia.example/r/K7M2QF").decode()
    assert 'fill="#fff"' in picture
    assert 'stroke="#000"' in picture
    assert "M4 4.5h7" in picture
