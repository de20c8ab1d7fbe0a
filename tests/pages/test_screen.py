"""The big screen before its script runs: the way to a table and who is there, or a door that says why not."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.test import AsyncClient

from game.engine import view
from game.engine.frames import RoomUpdate
from game.engine.refusals import Refusal
from lobby import screen, streamer
from tests.engine.scene import lobby

Answer = RoomUpdate | Refusal


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Have the room look like this."""

    def looks(answer: Answer) -> None:
        async def look(_user_id: str, _code: str) -> Answer:
            return answer

        monkeypatch.setattr(screen, "look", look)

    return looks


def table() -> RoomUpdate:
    return view.room(lobby("ann", "bob", "cat").state)


async def test_code_address_and_names_are_there_before_any_script(
    async_client: AsyncClient, house: Callable[[Answer], None]
) -> None:
    house(table())
    answer = await async_client.get("/r/MAFKAX/screen")
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.OK
    assert "no-store" in answer["Cache-Control"]
    assert [
        text for text in ("MAF-IAX", "testserver/r/MAFKAX", "/qr.svg", "Ann", "Bob", "Cat") if text not in page
    ] == []


async def test_a_code_in_any_writing_leads_to_the_screen(async_client: AsyncClient) -> None:
    assert (await async_client.get("/r/mafk-ax/screen"))["Location"] == "/r/MAFKAX/screen"


async def test_a_stream_shows_no_code_on_the_screen(async_client: AsyncClient, house: Callable[[Answer], None]) -> None:
    house(table())
    async_client.cookies[streamer.COOKIE] = "1"
    picture = (await async_client.get("/r/MAFKAX/screen")).content.decode().partition("</main>")[0]
    assert "Ann" in picture
    assert "MAF-IAX" not in picture
    assert "qr.svg" not in picture


@pytest.mark.parametrize(
    ("refusal", "status"), [(Refusal.NOT_FOUND, HTTPStatus.NOT_FOUND), (Refusal.KICKED, HTTPStatus.FORBIDDEN)]
)
async def test_a_table_that_is_not_shown_has_a_door(
    async_client: AsyncClient, house: Callable[[Answer], None], refusal: Refusal, status: HTTPStatus
) -> None:
    house(refusal)
    assert (await async_client.get("/r/MAFKAX/screen")).status_code == status
