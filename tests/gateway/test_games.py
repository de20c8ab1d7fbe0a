"""Whole games, over real sockets on one gateway and on two, all at the same time: most of an evening is waiting."""

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from game.engine.ids import UserId
from game.tape import Tape, unpack
from tests.client import Player, Table
from tests.client.record import Frame, Record
from tests.client.table import NAMES
from tests.gateway import raw
from tests.gateway.checker import check
from tests.gateway.people import People, agreed, come, start
from tests.servers import Site

# Each size with as many mafia as it may have: a short evening.
SIZES = {4: 1, 7: 3, 10: 4, 16: 7}
BOTS = 5
PATIENCE = 120.0


@dataclass
class Evening:
    """A game that was played, and what became of it."""

    players: Sequence[Player]
    tape: list[Record]
    end: Frame
    games: list[Any]
    roles: Mapping[str, str]
    kept: Tape


@dataclass
class Night:
    """Everything that went on at once."""

    evenings: Mapping[tuple[int, int], Evening]
    company: Evening
    """Two people among five bots."""
    designers: list[Frame]
    """The end, as clients of the bare design were told it."""
    silence: tuple[int, float]
    """How a socket that said nothing was closed, and after how long (s)."""
    deafness: float


@pytest.fixture(scope="module")
def night(site: Site, pair: Site) -> Night:
    """All the games, and somebody who only stands at the door."""
    return asyncio.run(_night(site, pair))


@pytest.fixture(scope="module")
def evenings(night: Night) -> Mapping[tuple[int, int], Evening]:
    """The evenings, by how many gateways there were and how many played."""
    return night.evenings


async def _night(*sites: Site) -> Night:
    where = [(site, size) for site in sites for size in SIZES]
    evenings = asyncio.gather(*(_evening(site, size) for site, size in where))
    played, company, designers, silence, deafness = await asyncio.gather(
        evenings, _company(sites[-1]), _designers(sites[0]), _silence(sites[0]), _deafness(sites[0])
    )
    by_size = {(len(site.gateways), size): evening for (site, size), evening in zip(where, played, strict=True)}
    return Night(by_size, company, designers, silence, deafness)


async def _evening(site: Site, size: int) -> Evening:
    async with People(site.urls) as people, asyncio.timeout(PATIENCE):
        players = await people.game(size, mafia=SIZES[size], firstNight="kill")
        return await _played(site, people, players, size)


async def _company(site: Site) -> Evening:
    async with People(site.urls) as people, asyncio.timeout(PATIENCE):
        players = await people.lobby(2, mafia=3, firstNight="kill")
        for _ in range(BOTS):
            await agreed(players[0], "room:addBot")
        await start(players)
        return await _played(site, people, players, 2 + BOTS)


async def _played(site: Site, people: People, players: Sequence[Player], size: int) -> Evening:
    await asyncio.gather(*(player.play(wait_for=size) for player in players))
    await come(players, "ended")
    end, room = players[0].view.end or {}, players[0].view.room_id
    games = await _recorded(site, room)
    dealt = site.rows("SELECT user_id, role FROM game_roles WHERE game_id = %s", games[0][0])
    ((packed,),) = await _kept(site, games[0][0])
    return Evening(players, people.tape, end, games, {str(user): str(role) for user, role in dealt}, unpack(packed))


async def _designers(site: Site) -> list[Frame]:
    """Four who know only the design, at the table of somebody who sets it for a short evening."""
    async with People(site.urls) as people, asyncio.timeout(PATIENCE):
        (host,) = await people.lobby(1, mafia=1, firstNight="kill")
        async with Table.open(
            site.urls, players=4, room=host.view.room_code, names=NAMES[1:], design_only=True
        ) as table:
            await asyncio.gather(table.play(wait_for=5, timeout=PATIENCE), host.play(wait_for=5))
            return [player.seen("game:end")[0] for player in table.players]


async def _silence(site: Site) -> tuple[int, float]:
    async with raw.dialled(site.url) as socket:
        began = asyncio.get_running_loop().time()
        return await socket.code(), asyncio.get_running_loop().time() - began


async def _deafness(site: Site) -> float:
    """How long (s) somebody who goes on talking, but does not read any more, counts as present."""
    async with People(site.urls) as people, raw.dialled(site.url, ping_interval=None, max_queue=1) as deaf:
        (host,) = await people.lobby(1)
        user = (await deaf.identify("Deaf"))["userId"]
        await deaf.say({"type": "room:join", "roomCode": host.view.room_code})
        await host.until(lambda view: user in view.seats and view.seats[user].connected)
        deaf.socket.transport.pause_reading()
        began = asyncio.get_running_loop().time()
        away = asyncio.ensure_future(host.until(lambda view: not view.seats[user].connected, timeout=60))
        while not away.done():
            await deaf.say({"type": "ping"})
            await asyncio.wait({away}, timeout=1)
        deaf.socket.transport.abort()
        return asyncio.get_running_loop().time() - began


async def _recorded(site: Site, room: str) -> list[Any]:
    query = "SELECT id, winner, total_rounds, started_at, ended_at FROM games WHERE room_id = %s"
    while not (rows := await asyncio.to_thread(site.rows, query, room)):  # noqa: ASYNC110
        await asyncio.sleep(0.05)  # PostgreSQL tells nobody that a row has come
    return rows


async def _kept(site: Site, game: object) -> list[Any]:
    query = "SELECT packed FROM game_tapes WHERE game_id = %s"
    while not (rows := await asyncio.to_thread(site.rows, query, game)):  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    return rows


# Not the pictures of the room: of several that a gateway has missed it sends only the newest.
TOLD = {
    "game:commitment",
    "game:role",
    "game:phase",
    "game:end",
    "action:update",
    "action:result",
    "chat:message",
    "chat:mute",
    "vote:update",
    "vote:result",
}


def told(frames: Iterable[Frame]) -> list[str]:
    """The game's own frames, from the seal to the end, as they stood on the wire."""
    texts: list[str] = []
    for frame in frames:
        event = frame["type"]
        if (event == "game:commitment" or texts) and event in TOLD:
            texts.append(json.dumps(frame))
        if event == "game:end":
            break
    return texts


GAMES = [(gateways, size) for gateways in (1, 2) for size in SIZES]
each_game = pytest.mark.parametrize("game", GAMES, ids=lambda game: f"{game[1]} on {game[0]}")


@each_game
def test_every_invariant_holds(evenings: Mapping[tuple[int, int], Evening], game: tuple[int, int]) -> None:
    assert check(evenings[game].tape) == []


@each_game
def test_everybody_is_told_the_same_end(evenings: Mapping[tuple[int, int], Evening], game: tuple[int, int]) -> None:
    ends = [player.seen("game:end") for player in evenings[game].players]
    assert ends == [[evenings[game].end]] * game[1]


@each_game
def test_the_records_are_the_end_that_was_told(
    evenings: Mapping[tuple[int, int], Evening], game: tuple[int, int]
) -> None:
    evening = evenings[game]
    ((_, winner, rounds, started_at, ended_at),) = evening.games
    assert (winner, rounds) == (evening.end["winner"], evening.end["stats"]["rounds"])
    assert evening.roles == evening.end["roles"]
    assert started_at < ended_at


@each_game
def test_what_is_kept_of_a_seat_is_what_was_sent_to_it(
    evenings: Mapping[tuple[int, int], Evening], game: tuple[int, int]
) -> None:
    evening = evenings[game]
    for player in evening.players:
        seat = evening.kept.seats.index(UserId(player.user_id)) + 1
        kept = told(json.loads(bytes(moment.frame)) for moment in evening.kept.seen_by(seat))
        assert kept == told(record.frame for record in player.frames)


def test_a_game_with_bots_holds_every_invariant(night: Night) -> None:
    assert check(night.company.tape) == []


def test_bots_are_told_apart_in_every_picture_of_the_room(night: Night) -> None:
    seats = night.company.players[0].view.seats.values()
    assert [seat.is_bot for seat in seats] == [False, False] + [True] * BOTS


def test_bots_leave_no_roles_in_the_records(night: Night) -> None:
    assert night.company.roles.keys() == {player.user_id for player in night.company.players}


def test_clients_that_know_only_the_design_play_to_the_end(night: Night) -> None:
    assert night.designers[0]["winner"] in {"mafia", "villagers"}
    assert night.designers == [night.designers[0]] * 4


def test_who_talks_but_does_not_read_is_not_there(night: Night) -> None:
    assert night.deafness < 45


def test_who_never_says_who_they_are_is_sent_away(night: Night) -> None:
    code, seconds = night.silence
    assert code == 4400
    assert 19 < seconds < 21
