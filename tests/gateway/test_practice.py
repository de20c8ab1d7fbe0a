"""A form and a socket, and a game against bots is under way; it costs nobody else anything."""

import asyncio
from http import HTTPStatus
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

import pytest

from tests.client.visit import cookies_of
from tests.gateway.people import People, agreed, refused
from tests.servers import Site

pytestmark = pytest.mark.usefixtures("quiet")


async def practise(site: Site, cookie: str) -> tuple[int, str]:
    """Send the form as a browser would; returns the status, and where it leads."""
    return await asyncio.to_thread(post, site.url, cookie, name="Ann")


def post(url: str, cookie: str, **fields: str) -> tuple[int, str]:
    token = SimpleCookie(cookie)["csrftoken"].value
    line = HTTPConnection(urlsplit(url).netloc, timeout=10)
    try:
        form = urlencode({**fields, "csrfmiddlewaretoken": token})
        line.request("POST", "/practice", form, {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})
        answer = line.getresponse()
        return answer.status, answer.headers.get("Location", "")
    finally:
        line.close()


async def visited(site: Site) -> str:
    cookie = await cookies_of(site.url)
    assert cookie
    return cookie


async def test_six_bots_are_dealt_in_and_the_night_has_begun(people: People, site: Site) -> None:
    cookie = await visited(site)
    status, address = await practise(site, cookie)
    ann = await people.guest("Ann", cookie=cookie)
    view = await ann.until(lambda view: view.phase == "night" and view.role)
    assert (status, address) == (HTTPStatus.SEE_OTHER, f"/r/{view.room_code}")
    assert sorted(seat.is_bot for seat in view.seats.values()) == [False, *[True] * 6]
    assert len({seat.username for seat in view.seats.values()}) == 7


async def test_bots_are_left_for_the_next_bots(people: People, site: Site) -> None:
    cookie = await visited(site)
    _, first = await practise(site, cookie)
    status, second = await practise(site, cookie)
    assert status == HTTPStatus.SEE_OTHER
    assert first != second
    ann = await people.guest("Ann", cookie=cookie)
    assert (await ann.until(lambda view: view.role)).room_code == second[-6:]


async def test_people_are_not_left_for_bots(people: People, site: Site) -> None:
    cookie = await visited(site)
    (host,) = await people.lobby(1)
    ann = await people.guest("Ann", cookie=cookie)
    await agreed(ann, "room:join", roomCode=host.view.room_code)
    assert (await practise(site, cookie))[0] == HTTPStatus.CONFLICT
    assert (await ann.until(lambda view: view.room_id)).room_code == host.view.room_code


async def test_nobody_comes_to_a_game_against_bots(people: People, site: Site) -> None:
    _, address = await practise(site, await visited(site))
    bob = await people.guest("Bob")
    assert await refused(bob, "room:join", roomCode=address[-6:]) == "in_game"
