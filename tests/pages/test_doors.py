"""The pages before the table: the landing page's forms, and what stands at the door of a room."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django.test import AsyncClient

from game.engine.ids import RoomCode
from game.engine.refusals import Refusal
from lobby import rooms
from lobby.rooms import Glance, Wish
from tests.pages.glances import CODE, glance

Answer = RoomCode | Refusal


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[Any, ...]]]:
    """Have the rooms answer this, without a house behind them; returns what they were asked."""

    def answers(answer: Answer = CODE, seen: Glance | None = None) -> list[tuple[Any, ...]]:
        asked: list[tuple[Any, ...]] = []

        async def ask(*given: object, **named: object) -> Answer:
            asked.append((*given[1:], *named.values()))
            return answer

        async def look(*_given: object) -> Glance | None:
            return seen

        async def no_table(_user_id: str) -> None:
            return None

        monkeypatch.setattr(rooms, "open_room", ask)
        monkeypatch.setattr(rooms, "sit_down", ask)
        monkeypatch.setattr(rooms, "glance", look)
        monkeypatch.setattr(rooms, "table_of", no_table)
        return asked

    return answers


async def test_a_room_is_opened_with_a_name_alone(async_client: AsyncClient, house: Any) -> None:
    asked = house()
    answer = await async_client.post("/create", {"name": " Mira ", "max_players": "8"})
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.SEE_OTHER, "/r/K7M2QF")
    assert asked == [("Mira", Wish(is_public=False, max_players=8), "127.0.0.1")]


async def test_a_page_carries_the_icons_that_it_shows(async_client: AsyncClient) -> None:
    page = (await async_client.get("/")).content.decode()
    shown = set(re.findall(r'href="#(icon-\w+)"', page))
    assert shown
    assert shown <= set(re.findall(r'id="(icon-\w+)"', page))


async def test_the_name_is_kept_for_the_next_visit(async_client: AsyncClient, house: Any) -> None:
    house()
    await async_client.post("/join", {"name": "Лена", "code": "K7M2QF"})
    page = (await async_client.get("/")).content.decode()
    assert 'value="Лена"' in page


@pytest.mark.parametrize("raw", ["K7M2QF", "k7m-2qf", " k7m 2qf ", "https://mafia.example/r/K7M2QF?from=chat"])
async def test_a_code_is_read_out_of_any_writing_of_it(async_client: AsyncClient, house: Any, raw: str) -> None:
    asked = house()
    await async_client.post("/join", {"name": "Mira", "code": raw})
    assert asked == [("Mira", CODE, "127.0.0.1")]


@pytest.mark.parametrize("name", ["", "   ", "a" * 21, "a\u202eb"])
async def test_a_name_that_is_none_is_asked_for_again(async_client: AsyncClient, house: Any, name: str) -> None:
    asked = house()
    answer = await async_client.post("/create", {"name": name, "max_players": "8"})
    page = answer.content.decode()
    assert (answer.status_code, asked) == (HTTPStatus.UNPROCESSABLE_ENTITY, [])
    assert 'id="name-error"' in page
    assert "autofocus" in page


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (Refusal.NOT_FOUND, HTTPStatus.NOT_FOUND),
        (Refusal.FULL, HTTPStatus.CONFLICT),
        (Refusal.IN_GAME, HTTPStatus.CONFLICT),
        (Refusal.KICKED, HTTPStatus.FORBIDDEN),
        (Refusal.ALREADY_IN_ROOM, HTTPStatus.CONFLICT),
        (Refusal.RATE_LIMITED, HTTPStatus.TOO_MANY_REQUESTS),
    ],
)
async def test_a_refused_code_is_told_beside_its_field(
    async_client: AsyncClient, house: Any, refusal: Refusal, status: HTTPStatus
) -> None:
    house(refusal)
    answer = await async_client.post("/join", {"name": "Mira", "code": "K7M2QF"})
    assert answer.status_code == status
    assert 'aria-describedby="code-error"' in answer.content.decode()


async def test_a_shared_link_asks_for_a_name_only(async_client: AsyncClient, house: Any) -> None:
    house(seen=glance())
    page = (await async_client.get("/r/K7M2QF")).content.decode()
    assert "Mira invited you." in page
    assert "6 of 10 here." in page
    assert 'name="code"' not in page


@pytest.mark.parametrize(
    ("seen", "status", "told"),
    [
        (None, HTTPStatus.NOT_FOUND, "No such room"),
        (glance(taken=10), HTTPStatus.CONFLICT, "This room is full"),
        (glance(gathering=True), HTTPStatus.CONFLICT, "A table of strangers"),
        (glance(status="in_game"), HTTPStatus.CONFLICT, "Game in progress"),
        (glance(status="ended"), HTTPStatus.NOT_FOUND, "No such room"),
        (glance(kicked=True), HTTPStatus.FORBIDDEN, "You cannot come back here"),
    ],
)
async def test_a_closed_door_says_why(
    async_client: AsyncClient, house: Any, seen: Glance | None, status: HTTPStatus, told: str
) -> None:
    house(seen=seen)
    answer = await async_client.get("/r/K7M2QF")
    assert answer.status_code == status
    assert f"<h1>{told}</h1>" in answer.content.decode()


async def test_who_sits_in_the_room_sees_its_code_and_seats_before_any_script(
    async_client: AsyncClient, house: Any
) -> None:
    house(seen=glance(seated=True))
    page = (await async_client.get("/r/K7M2QF")).content.decode()
    assert "K7M-2QF" in page
    assert "6 of 10" in page
    assert page.count('<li class="seat"') == 6


@pytest.mark.parametrize("address", ["/", "/r/K7M2QF"])
async def test_no_page_of_a_game_is_kept_by_a_cache(async_client: AsyncClient, house: Any, address: str) -> None:
    house(seen=glance(seated=True))
    assert "no-store" in (await async_client.get(address))["Cache-Control"]


async def test_a_link_in_small_letters_leads_to_the_room(async_client: AsyncClient, house: Any) -> None:
    house(seen=glance())
    assert (await async_client.get("/r/k7m-2qf"))["Location"] == "/r/K7M2QF"


async def test_the_map_of_a_table_s_scripts_carries_the_nonce(async_client: AsyncClient, house: Any) -> None:
    house(seen=glance(seated=True))
    answer = await async_client.get("/r/K7M2QF")
    nonce = answer["Content-Security-Policy"].partition("'nonce-")[2].partition("'")[0]
    assert f'<script type="importmap" nonce="{nonce}">' in answer.content.decode()


async def test_who_sits_elsewhere_may_leave_that_table_at_the_door(
    async_client: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []

    async def table_of(_user_id: str) -> RoomCode:
        return CODE

    async def stand_up(user_id: str) -> None:
        left.append(user_id)

    monkeypatch.setattr(rooms, "table_of", table_of)
    monkeypatch.setattr(rooms, "stand_up", stand_up)
    assert 'action="/leave"' in (await async_client.get("/")).content.decode()
    answer = await async_client.post("/leave")
    assert (answer.status_code, answer["Location"], len(left)) == (HTTPStatus.SEE_OTHER, "/", 1)


async def test_nobody_leaves_a_table_by_a_form_from_elsewhere() -> None:
    answer = await AsyncClient(enforce_csrf_checks=True).post("/leave")
    assert answer.status_code == HTTPStatus.FORBIDDEN


async def test_a_form_from_elsewhere_is_refused(house: Any) -> None:
    asked = house()
    answer = await AsyncClient(enforce_csrf_checks=True).post("/create", {"name": "Mira", "max_players": "8"})
    assert (answer.status_code, asked) == (HTTPStatus.FORBIDDEN, [])


async def test_an_address_that_is_none_offers_a_field_for_the_code(async_client: AsyncClient) -> None:
    answer = await async_client.get("/nowhere")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert 'name="code"' in answer.content.decode()
