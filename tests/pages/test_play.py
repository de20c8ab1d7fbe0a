"""The pages of who comes alone: a game against bots, and the queue of strangers."""

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django.test import AsyncClient
from msgspec import to_builtins

from game.engine.ids import RoomCode
from game.engine.refusals import Refusal
from game.engine.seats import GRACE_MS, NO_SHOW_MS
from game.engine.settings import Settings
from game.engine.setup import MIN_SEATS
from game.odds import MAFIA_WINS
from lobby import practice, rooms
from lobby.rooms import Glance
from matchmaking.grouping import FEWEST, MOST, SMALLEST
from tests.pages.glances import CODE, glance

Answer = RoomCode | Refusal


@pytest.fixture
def seat(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[object, ...]]]:
    """Have the rooms answer like this, without a house behind them; returns what was asked of the practice."""

    def answers(answer: Answer = CODE, status: str | None = None) -> list[tuple[object, ...]]:
        asked: list[tuple[object, ...]] = []

        async def open_room(_user_id: str, name: str, *, address: str) -> Answer:
            asked.append((name, address))
            return answer

        async def table_of(_user_id: str) -> RoomCode | None:
            return CODE if status else None

        async def look(code: str, _user_id: str) -> Glance:
            assert code == CODE
            return glance(status=status or "", seated=True)

        async def abandon(_user_id: str) -> None:
            return None

        monkeypatch.setattr(practice, "open_room", open_room)
        monkeypatch.setattr(practice, "abandon", abandon)
        monkeypatch.setattr(rooms, "table_of", table_of)
        monkeypatch.setattr(rooms, "glance", look)
        return asked

    return answers


def page_of(answer: Any) -> Any:
    found = re.search(r'<script id="page" type="application/json">(.*?)</script>', answer.content.decode())
    return json.loads(found[1]) if found else None


async def test_a_name_is_enough_for_a_game_against_bots(async_client: AsyncClient, seat: Any) -> None:
    asked = seat()
    answer = await async_client.post("/practice", {"name": "Mira"})
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.SEE_OTHER, "/r/K7M2QF")
    assert asked == [("Mira", "127.0.0.1")]


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (Refusal.ALREADY_IN_ROOM, HTTPStatus.CONFLICT),
        (Refusal.RATE_LIMITED, HTTPStatus.TOO_MANY_REQUESTS),
    ],
)
async def test_a_practice_is_refused_like_any_other_new_room(
    async_client: AsyncClient, seat: Any, refusal: Refusal, status: HTTPStatus
) -> None:
    seat(refusal)
    answer = await async_client.post("/practice", {"name": "Mira"})
    assert answer.status_code == status
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize("address", ["/practice", "/play"])
async def test_a_name_that_is_none_is_asked_for_again(async_client: AsyncClient, seat: Any, address: str) -> None:
    asked = seat()
    answer = await async_client.post(address, {"name": "  "})
    assert (answer.status_code, asked) == (HTTPStatus.UNPROCESSABLE_ENTITY, [])
    assert 'id="name-error"' in answer.content.decode()


async def test_the_queue_asks_a_newcomer_for_a_name(async_client: AsyncClient, seat: Any) -> None:
    seat()
    answer = await async_client.get("/play")
    assert (answer.status_code, page_of(answer)) == (HTTPStatus.OK, None)
    assert 'name="name"' in answer.content.decode()


async def test_the_queue_promises_the_tables_that_are_made(async_client: AsyncClient, seat: Any) -> None:
    seat()
    page = (await async_client.get("/play")).content.decode()
    assert f"a table of {FEWEST} to {MOST} people, or of {SMALLEST} if nobody" in page


async def test_the_page_has_its_numbers_from_the_rules(async_client: AsyncClient, seat: Any) -> None:
    seat()
    await async_client.post("/play", {"name": "Mira"})
    numbers = page_of(await async_client.get("/play"))["numbers"]
    wins = {str(seats): rate for seats, rate in MAFIA_WINS.items()}
    assert numbers.pop("mafiaWins") == wins
    assert numbers.pop("measured").items() <= to_builtins(Settings()).items()
    assert numbers == {"fewest": MIN_SEATS, "grace": GRACE_MS // 1000, "gathering": NO_SHOW_MS // 1000}


async def test_who_gave_a_name_waits_under_it_and_still_does_after_a_reload(
    async_client: AsyncClient, seat: Any
) -> None:
    seat()
    answer = await async_client.post("/play", {"name": "Лена"})
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.SEE_OTHER, "/play")
    for _reload in range(2):
        page = page_of(await async_client.get("/play"))
        assert (page["code"], page["name"], page["queue"]) == ("", "Лена", True)


async def test_the_queue_leads_who_sits_at_a_table_back_to_it(async_client: AsyncClient, seat: Any) -> None:
    seat(status="in_game")
    assert (await async_client.get("/play"))["Location"] == "/r/K7M2QF"


async def test_nobody_queues_beside_a_table_that_needs_them(async_client: AsyncClient, seat: Any) -> None:
    seat(status="lobby")
    answer = await async_client.post("/play", {"name": "Mira"})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert 'href="/r/K7M2QF"' in answer.content.decode()


async def test_a_table_that_is_over_keeps_nobody_from_the_queue(async_client: AsyncClient, seat: Any) -> None:
    seat(status="ended")
    answer = await async_client.post("/play", {"name": "Mira"})
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert page_of(await async_client.get("/play"))["queue"] is True


@pytest.mark.parametrize("address", ["/practice", "/play"])
async def test_a_form_from_elsewhere_is_refused(seat: Any, address: str) -> None:
    asked = seat()
    answer = await AsyncClient(enforce_csrf_checks=True).post(address, {"name": "Mira"})
    assert (answer.status_code, asked) == (HTTPStatus.FORBIDDEN, [])


async def test_no_cache_keeps_the_page_of_the_queue(async_client: AsyncClient, seat: Any) -> None:
    seat()
    assert "no-store" in (await async_client.get("/play"))["Cache-Control"]


async def test_the_landing_page_has_a_way_for_everybody(async_client: AsyncClient, seat: Any) -> None:
    seat()
    page = (await async_client.get("/")).content.decode()
    for way in ("/create", "/join", "/play", "/practice"):
        assert f'formaction="{way}"' in page
