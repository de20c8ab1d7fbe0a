"""The first picture of a table is there before any script, shows what is public, and is the same for every card."""

import re
from dataclasses import replace

import pytest
from django.test import AsyncClient
from msgspec import structs

from game.engine.ids import UserId
from game.engine.state import Actions
from lobby import captions, picture, rooms
from lobby.rooms import Glance
from tests.engine.scene import convened, lobby, night
from tests.pages.glances import CAST, glance
from tests.pages.glances import picture as pictured

BOB = UserId("bob")
NAMES = ("ann", "bob", "cat", "dan", "eve")
LATER_MS = 10**15


@pytest.mark.parametrize("screen", ["lobby", "gathering", "reveal", "night", "day", "voting", "ended"])
async def test_every_screen_has_one(async_client: AsyncClient, monkeypatch: pytest.MonkeyPatch, screen: str) -> None:
    async def look(*_given: object) -> Glance:
        return replace(glance(seated=True), picture=pictured(screen))

    monkeypatch.setattr(rooms, "glance", look)
    page = (await async_client.get("/r/K7M2QF")).content.decode()
    assert f'data-first="{screen}"' in page
    has_seats = screen not in {"reveal", "ended"}
    assert all((f"<bdi>{name}</bdi>" in page) == has_seats for name in CAST)


@pytest.mark.parametrize("is_public", [True, False])
async def test_a_big_screen_is_offered_where_somebody_may_look_on(
    async_client: AsyncClient, monkeypatch: pytest.MonkeyPatch, is_public: bool
) -> None:
    async def look(*_given: object) -> Glance:
        return replace(glance(seated=True), picture=replace(pictured("lobby"), is_public=is_public))

    monkeypatch.setattr(rooms, "glance", look)
    page = (await async_client.get("/r/K7M2QF")).content.decode()
    assert ("Show on a big screen" in page) is not is_public


@pytest.mark.parametrize(("is_public", "heading"), [(True, "Your table is here"), (False, "Everybody is in")])
async def test_a_table_that_begins_again_is_not_greeted_as_one_that_was_found(
    async_client: AsyncClient, monkeypatch: pytest.MonkeyPatch, is_public: bool, heading: str
) -> None:
    async def look(*_given: object) -> Glance:
        return replace(glance(seated=True), picture=replace(pictured("gathering"), is_public=is_public))

    monkeypatch.setattr(rooms, "glance", look)
    assert f"<h2>{heading}</h2>" in (await async_client.get("/r/K7M2QF")).content.decode()


async def test_nothing_in_it_can_be_pressed_in_vain(async_client: AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def look(*_given: object) -> Glance:
        return glance(seated=True)

    monkeypatch.setattr(rooms, "glance", look)
    page = (await async_client.get("/r/K7M2QF")).content.decode().partition("<template data-language>")[0]
    assert page.count("<button") >= 8
    assert all("disabled" in button for button in re.findall(r'<button[^>]*type="button"[^>]*>', page))


def test_it_is_the_same_whatever_ones_card_and_choice() -> None:
    dealt = [
        night(*NAMES, mafia="bob", detective="cat", doctor="dan"),
        night(*NAMES, mafia="cat", detective="bob", doctor="dan"),
        night(*NAMES, mafia="cat", detective="dan", doctor="bob"),
        night(*NAMES, mafia="cat", detective="dan", doctor="eve"),
    ]
    chosen = structs.replace(dealt[0].state, actions=Actions(mafia_kill=UserId("ann"), mafia_kill_by=BOB))
    seen = [picture.taken(state, BOB, LATER_MS) for state in (*(table.state for table in dealt), chosen)]
    assert seen == [seen[0]] * 5
    assert [captions.of(each) for each in seen] == [captions.of(seen[0])] * 5


def test_a_game_begins_with_the_card() -> None:
    table = night(*NAMES, mafia="bob")
    assert picture.taken(table.state, BOB, table.now).screen == "reveal"
    assert picture.taken(table.state, BOB, LATER_MS).screen == "night"


def test_who_is_out_comes_last_and_is_told_so() -> None:
    seen = picture.taken(night(*NAMES, mafia="cat", out="bob").state, BOB, LATER_MS)
    assert [seat.name for seat in seen.in_order][-1] == "Bob"
    words = captions.of(seen)
    assert words.bar.status == "You are out. The dead may talk among themselves."
    assert [label for _icon, label in words.tabs] == ["Table", "Chat", "Role"]


def test_a_host_reads_what_the_table_waits_for() -> None:
    seen = picture.taken(lobby("ann", "bob").state, UserId("ann"), LATER_MS)
    bar = captions.of(seen).bar
    assert (bar.status, bar.is_off) == ("At least 4 players. 2 to go.", True)


def test_strangers_on_their_way_are_told_apart_from_those_who_are_here() -> None:
    table = convened("ann", "bob", "cat", "dan", "eve", "fay")
    table.connect("ann")
    words = captions.of(picture.taken(table.state, BOB, LATER_MS))
    assert [fate for _seat, fate in words.seats][:3] == ["Here", "You · Here", "On the way"]
