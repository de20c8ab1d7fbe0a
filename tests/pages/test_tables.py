"""The list of tables that anybody may join: what it says, to whom, and that it works without a script."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import pytest
from django.test import AsyncClient
from msgspec import structs

from game.board import Board
from game.engine.ids import UserId
from game.engine.settings import PRESETS, Preset, Settings, SettingsPatch, patched
from game.engine.state import RoomState
from lobby import tables
from tests.engine.scene import lobby

PLACES = ("/", "/tables", "/tables/list")


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have these rooms on the list."""

    def shows(*rooms: RoomState) -> None:
        async def listed(_board: Board) -> list[RoomState]:
            return list(rooms)

        monkeypatch.setattr(Board, "rooms", listed)

    return shows


def room(**changes: Any) -> RoomState:
    state = lobby("ann", "bob", "cat").state
    return structs.replace(state, room_code="K7M2QF", max_players=10, is_public=True, **changes)


@pytest.mark.parametrize("place", PLACES)
async def test_a_table_is_offered_with_its_host_and_its_seats(
    async_client: AsyncClient, board: Any, place: str
) -> None:
    board(room())
    page = (await async_client.get(place)).content.decode()
    assert "<bdi>Ann</bdi>" in page
    assert "7 of 10 seats free" in page
    assert 'form="enter" formaction="/r/K7M2QF/join"' in page


@pytest.mark.parametrize("place", PLACES[:2])
async def test_its_button_sends_the_name_of_the_form_beside_it(
    async_client: AsyncClient, board: Any, place: str
) -> None:
    board(room())
    page = (await async_client.get(place)).content.decode()
    assert page.count('id="enter"') == 1
    assert page.count('name="name"') == 1


async def test_the_name_of_a_host_is_text(async_client: AsyncClient, board: Any) -> None:
    state = room()
    host = structs.replace(state.players[UserId("ann")], username="<script>")
    board(structs.replace(state, players={**state.players, UserId("ann"): host}))
    page = (await async_client.get("/tables/list")).content.decode()
    assert "<bdi>&lt;script&gt;</bdi>" in page


async def test_nobody_sees_the_table_that_removed_them(board: Any) -> None:
    board(room(kicked=(UserId("eve"),)))
    assert await tables.open_to("eve") == []
    assert len(await tables.open_to("dan")) == 1


async def test_nobody_is_offered_the_table_at_which_they_sit(board: Any) -> None:
    board(room())
    assert await tables.open_to("bob") == []


@pytest.mark.parametrize(("preset", "pace"), [(Preset.RAPID, "Rapid"), (Preset.NORMAL, "Normal"), (None, "Own pace")])
async def test_the_pace_has_a_name(board: Any, preset: Preset | None, pace: str) -> None:
    patch = SettingsPatch(preset=preset) if preset else SettingsPatch(night_time=119)
    board(room(settings=patched(Settings(), patch)))
    assert [str(table.pace) for table in await tables.open_to("dan")] == [pace]
    assert set(PRESETS) == set(Preset)


async def test_without_any_table_the_page_says_so_and_the_start_page_nothing(
    async_client: AsyncClient, board: Any
) -> None:
    board()
    assert "No table is open right now." in (await async_client.get("/tables")).content.decode()
    assert 'data-tables="/tables/list" hidden' in (await async_client.get("/")).content.decode()


async def test_no_cache_keeps_the_list(async_client: AsyncClient, board: Any) -> None:
    board(room())
    answer = await async_client.get("/tables/list")
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (HTTPStatus.OK, True)
