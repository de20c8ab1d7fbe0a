"""The pages of games that are over: for whoever has the link, seat by seat, and with names only where one had them."""

import re
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from msgspec import convert, json, structs

from accounts.models import User
from game import ledger, retelling, tape
from game.engine.frames import GameEnd
from game.models import Game, GameRole, GameTape
from tests.records.games import IDS, SIX, packed
from tests.records.story import GAME, ended

pytestmark = pytest.mark.django_db

NAMES = [name.title() for name in SIX]
kept = pytest.mark.usefixtures("nameless")
_BY_CHANCE = re.compile(r"sha\d+-[\w+/=]+|\b\w{64}\b")
"""What a page holds of hashes and tokens: a name of three letters is in one of them some day."""


@pytest.fixture
def nameless() -> UUID:
    """Keep a game of six friends; return its address without names."""
    for name, user in IDS.items():
        User.objects.create(id=user, username=name.title())
    Game.objects.create(id=GAME, room_id=uuid4(), winner="villagers", total_rounds=2, ended_at=timezone.now())
    return GameTape.objects.create(game_id=GAME, packed=packed()).nameless_id


def page(client: Client, address: object, status: HTTPStatus = HTTPStatus.OK) -> str:
    answer = client.get(f"/games/{address}")
    assert answer.status_code == status
    return _BY_CHANCE.sub("", answer.content.decode())


def moments(client: Client, address: object, seat: int | str = "") -> list[list[Any]]:
    answer = client.get(f"/games/{address}.json", {} if seat == "" else {"seat": seat})
    assert answer.status_code == HTTPStatus.OK
    decoded: list[list[Any]] = json.decode(answer.content)["moments"]
    return decoded


def kinds(shown: list[list[Any]]) -> list[str]:
    return [frame["type"] for _, frame, *_ in shown]


@kept
def test_the_page_tells_the_whole_game_without_scripts(client: Client) -> None:
    told = page(client, GAME)
    assert "Town wins" in told
    assert "<bdi>Ann</bdi>" in told
    assert "killed, night 1" in told
    assert "Night 1" in told
    assert "Mafia chose" in told


@kept
def test_its_title_and_preview_spoil_nothing(client: Client) -> None:
    head = page(client, GAME).partition("</head>")[0]
    assert 'og:title" content="A game of Mafia: 6 players, 2 rounds"' in head
    assert not any(word in head for word in (*NAMES, "Town wins", "Mafia wins", "villager"))


@pytest.mark.parametrize(("first_night", "told"), [("meeting", "Mafia only met."), ("kill", "Mafia chose nobody.")])
def test_a_first_night_without_a_victim_may_have_been_a_meeting(first_night: str, told: str) -> None:
    chapters = retelling.chapters([], ended_long_ago(first_night))
    assert [chapter.text for chapter in chapters] == [f"{told} Nobody died.", "Mafia chose nobody. Nobody died."]


def ended_long_ago(first_night: str) -> GameEnd:
    """The end of two empty rounds as the oldest tapes have it; what is new in it since has to have a default."""
    quiet: dict[str, object] = {"kill": None, "save": None, "inspect": None, "deaths": [], "suspicions": {}}
    nights = [{"round": number} | quiet for number in (1, 2)]
    setup = {"mafia": 1, "detective": 1, "doctor": 1, "villager": 1, "firstNight": first_night}
    told = {
        "type": "game:end",
        "winner": "villagers",
        "roles": {},
        "stats": {"rounds": 2, "nights": nights, "votes": [], "suspicions": {}},
        "fairness": {"seed": "", "commitment": "", "order": [], "setup": setup},
    }
    return convert(told, GameEnd)


@pytest.mark.parametrize("is_cut", [True, False])
def test_the_page_is_told_whether_talk_is_missing(client: Client, nameless: UUID, is_cut: bool) -> None:
    film = structs.replace(tape.unpack(packed()), is_cut=is_cut)
    GameTape.objects.update(packed=tape.pack(film))
    assert json.decode(client.get(f"/games/{nameless}.json").content)["isCut"] is is_cut


def test_the_short_link_leads_to_the_page(client: Client, nameless: UUID) -> None:
    assert client.get(f"/g/{nameless}").headers["Location"] == f"/games/{nameless}"


@kept
def test_without_a_seat_everything_is_shown_with_its_audience(client: Client) -> None:
    shown = moments(client, GAME)
    assert kinds(shown).count("game:role") == 6
    assert [len(moment) for moment in shown] == [3] * len(shown)


@kept
@pytest.mark.parametrize("seat", range(7))
def test_a_seat_is_given_what_it_saw_and_nothing_else(client: Client, seat: int) -> None:
    everything, shown = moments(client, GAME), moments(client, GAME, seat)
    assert shown == [[at, frame] for at, frame, audience in everything if audience >> seat & 1]
    assert kinds(shown).count("game:role") == (1 if seat else 0)


@kept
@pytest.mark.parametrize("seat", ["7", "-1", "x", "1e3"])
def test_there_is_nothing_for_a_seat_that_is_none(client: Client, seat: str) -> None:
    answer = client.get(f"/games/{GAME}.json", {"seat": seat})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (HTTPStatus.NOT_FOUND, "no-store")


def test_what_was_seen_is_kept_by_the_browser_and_nobody_between(client: Client, nameless: UUID) -> None:
    kept = client.get(f"/games/{nameless}.json").headers["Cache-Control"]
    assert {"private", "immutable"} <= set(kept.split(", "))


def all_of(client: Client, address: object) -> str:
    """Everything that somebody with this link can be given."""
    seats = [client.get(f"/games/{address}.json", {"seat": seat}).content.decode() for seat in range(7)]
    return page(client, address) + client.get(f"/games/{address}.json").content.decode() + "".join(seats)


def test_under_the_nameless_address_nobody_has_a_name(client: Client, nameless: UUID) -> None:
    given = all_of(client, nameless)
    assert "Player 4" in given
    assert [name for name in NAMES if name in given] == []


def test_a_name_in_what_somebody_said_is_a_seat(client: Client, nameless: UUID) -> None:
    def said(address: object) -> list[str]:
        return [frame["message"] for _, frame, *_ in moments(client, address) if frame["type"] == "chat:message"]

    assert "It is Bob, believe me" in said(GAME)
    assert "It is @2, believe me" in said(nameless)


def test_from_the_nameless_address_nothing_leads_to_the_names(client: Client, nameless: UUID) -> None:
    given = all_of(client, nameless)
    assert not [clue for clue in (GAME, *IDS.values(), "MAFIAX", "room-1", "game-1") if clue in given]
    assert json.decode(client.get(f"/games/{nameless}/about.json").content)["isRecorded"] is False


@kept
def test_whose_row_is_gone_has_no_name_any_more(client: Client) -> None:
    User.objects.filter(pk=IDS["bob"]).delete()
    given = all_of(client, GAME)
    assert "Bob" not in given
    assert "<bdi>Player 2</bdi>" in given
    assert "<bdi>Ann</bdi>" in given


def test_a_game_from_before_there_were_tapes_tells_what_is_known(client: Client) -> None:
    ledger.write([ended()])
    User.objects.create(id=GameRole.objects.get(role="mafia").user_id, username="Ann")
    told = page(client, GAME)
    assert "cannot be seen again" in told
    assert "<bdi>Ann</bdi></strong>: Mafia" in told
    assert "<bdi>Somebody who left</bdi></strong>: Doctor" in told
    assert client.get(f"/games/{GAME}.json").status_code == HTTPStatus.NOT_FOUND


def test_a_game_that_is_not_written_yet_is_asked_for_again(client: Client) -> None:
    assert "try again" in page(client, GAME, HTTPStatus.NOT_FOUND)
    assert json.decode(client.get(f"/games/{GAME}/about.json").content) == {"isRecorded": False, "nameless": None}


def test_who_asks_whether_it_is_written_learns_the_address_without_names(client: Client, nameless: UUID) -> None:
    about = json.decode(client.get(f"/games/{GAME}/about.json").content)
    assert about == {"isRecorded": True, "nameless": str(nameless)}
