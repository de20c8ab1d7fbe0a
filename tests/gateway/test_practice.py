"""A form and a socket, and a game against bots is under way; it costs nobody else anything."""

import asyncio
import contextlib
from http import HTTPStatus
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

import pytest
from redis.asyncio import Redis

from game import house as houses
from game import keys
from game.engine.ids import UserId
from game.engine.state import Phase
from lobby import practice
from tests.client.visit import cookies_of
from tests.gateway.people import People, agreed, refused, start
from tests.servers import Site

pytestmark = pytest.mark.usefixtures("quiet")


async def practise(site: Site, cookie: str, *, gateway: int = 0) -> tuple[int, str]:
    """Send the form as a browser would; returns the status, and where it leads."""
    return await asyncio.to_thread(post, site.urls[gateway], cookie)


def post(url: str, cookie: str, path: str = "/practice", **fields: str) -> tuple[int, str]:
    with contextlib.closing(submitted(url, cookie, path, **fields)) as line:
        answer = line.getresponse()
        return answer.status, answer.headers.get("Location", "")


def submitted(url: str, cookie: str, path: str, **fields: str) -> HTTPConnection:
    form = urlencode({"name": "Ann", **fields, "csrfmiddlewaretoken": SimpleCookie(cookie)["csrftoken"].value})
    line = HTTPConnection(urlsplit(url).netloc, timeout=20)
    line.request("POST", path, form, {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})
    return line


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
    await (await people.guest("Ann", cookie=cookie)).until(lambda view: view.role)
    status, second = await practise(site, cookie)
    assert status == HTTPStatus.SEE_OTHER
    assert first != second
    ann = await people.guest("Ann", cookie=cookie)
    assert (await ann.until(lambda view: view.role)).room_code == second[-6:]


async def test_who_wants_another_table_leaves_the_lobby_that_the_old_one_has_become(people: People, site: Site) -> None:
    cookie = await visited(site)
    ann = await people.guest("Ann", cookie=cookie)
    await agreed(ann, "room:create", isPublic=True, maxPlayers=6)
    bob = await people.guest("Bob")
    await agreed(bob, "room:join", roomCode=(await ann.until(lambda view: view.room_code)).room_code)
    refused_by_link = await asyncio.to_thread(post, site.url, cookie, "/play")
    moved_on = await asyncio.to_thread(post, site.url, cookie, "/play", onward="1")
    assert [refused_by_link[0], moved_on] == [HTTPStatus.CONFLICT, (HTTPStatus.SEE_OTHER, "/play")]


async def test_nobody_moves_on_from_a_running_game(people: People, site: Site) -> None:
    cookie = await visited(site)
    others = await people.lobby(3)
    ann = await people.guest("Ann", cookie=cookie)
    await agreed(ann, "room:join", roomCode=others[0].view.room_code)
    await start([*others, ann])
    status, _ = await asyncio.to_thread(post, site.url, cookie, "/play", onward="1")
    assert status == HTTPStatus.CONFLICT


@pytest.mark.parametrize("gateways", [(0, 0), (0, 1)])
async def test_a_double_click_leads_to_one_game_whichever_answer_the_browser_keeps(
    crowd: People, pair: Site, gateways: tuple[int, int]
) -> None:
    cookie = await visited(pair)
    (kept, address), other = await asyncio.gather(*(practise(pair, cookie, gateway=number) for number in gateways))
    assert (kept, address) == other
    assert kept == HTTPStatus.SEE_OTHER
    ann = await crowd.guest("Ann", cookie=cookie)
    assert (await ann.until(lambda view: view.role)).room_code == address[-6:]


async def test_what_a_browser_breaks_off_is_made_to_the_end_and_found_by_its_next_click(live: Redis) -> None:
    house, ann = houses.current(), UserId("ann")
    first = asyncio.ensure_future(practice.open_room(ann, "Ann"))
    while not await live.exists(keys.user(ann)):
        assert not first.done()
    first.cancel()
    code = await practice.open_room(ann, "Ann")
    seat = await house.claims.room_of(ann)
    state = await house.play.look(seat) if seat else None
    assert state is not None
    assert (state.room_code, state.phase, len(state.players)) == (code, Phase.NIGHT, practice.SEATS)
    await house.close()


async def test_a_lobby_half_full_of_bots_is_left_for_a_game(people: People, site: Site) -> None:
    cookie = await visited(site)
    ann = await people.guest("Ann", cookie=cookie)
    await agreed(ann, "room:create", isPublic=False, maxPlayers=7)
    await agreed(ann, "room:addBot")
    status, address = await practise(site, cookie)
    ann = await people.guest("Ann", cookie=cookie)
    assert (await ann.until(lambda view: view.role)).room_code == address[-6:]
    assert status == HTTPStatus.SEE_OTHER


async def test_a_room_to_which_nobody_ever_came_is_left_for_a_game(site: Site) -> None:
    cookie = await visited(site)
    _, empty = await asyncio.to_thread(post, site.url, cookie, "/create", max_players="7")
    status, address = await practise(site, cookie)
    assert status == HTTPStatus.SEE_OTHER
    assert address != empty


async def test_a_room_that_waits_for_friends_is_not_left_for_a_game(people: People, site: Site) -> None:
    cookie = await visited(site)
    ann = await people.guest("Ann", cookie=cookie)
    await agreed(ann, "room:create", isPublic=False, maxPlayers=7)
    assert (await practise(site, cookie))[0] == HTTPStatus.CONFLICT


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
