"""Ratings in the records: each game of people counts once, in its order, and all of them can be counted anew."""

import asyncio
import io
import threading
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from random import Random
from typing import TypeVar
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from game.engine.state import Role, Side
from game.ledger import WRITERS, moment, write
from game.models import Game, GameRole
from game.outbox import GameEnded
from matchmaking import ratings, records
from matchmaking.models import Rating
from matchmaking.ratings import NEWCOMER, Skill
from matchmaking.records import Record
from matchmaking.standings import Standings
from tests.records.story import ANN, BOB, NOON, ROOM, ended, seen

pytestmark = pytest.mark.django_db(transaction=True)

T = TypeVar("T")
PEOPLE = [str(UUID(int=number)) for number in range(1, 31)]


def game(
    number: int,
    players: Sequence[str] = PEOPLE[:7],
    *,
    winner: Side = Side.MAFIA,
    bots: int = 0,
    matched: bool = True,
) -> GameEnded:
    """A game of two wolves and a village, the one after the other by number."""
    return GameEnded(
        game_id=str(UUID(int=1_000 + number)),
        room_id=ROOM,
        winner=winner,
        total_rounds=3,
        started_at=NOON,
        ended_at=NOON + number,
        roles=dict.fromkeys(players, Role.VILLAGER) | dict.fromkeys(players[:2], Role.MAFIA),
        bots=bots,
        matched=matched,
        left=[players[-1]] if number % 2 else [],
    )


def season(games: int = 20) -> list[GameEnded]:
    """Games of changing tables."""
    dice = Random(5)
    return [game(each, dice.sample(PEOPLE, dice.randint(4, 12)), winner=dice.choice([*Side])) for each in range(games)]


def rows() -> list[dict[str, object]]:
    return [dict(row) for row in Rating.objects.order_by("pk").values()]


def tallies() -> list[tuple[object, ...]]:
    return list(Rating.objects.order_by("pk").values_list("user_id", "games", "wins", "left", "updated_at"))


def forget() -> None:
    for table in (Rating, GameRole, Game):
        table._default_manager.all().delete()


def rerate() -> str:
    said = io.StringIO()
    call_command("rerate", stdout=said)
    return said.getvalue()


async def aside(work: Callable[[], T]) -> T:
    """Do it in a thread, on a connection of its own."""

    def alone() -> T:
        try:
            return work()
        finally:
            connection.close()

    return await asyncio.to_thread(alone)


def test_a_game_moves_the_ratings_of_those_who_played() -> None:
    write([ended()])
    ann, bob = Rating.objects.get(pk=UUID(ANN)), Rating.objects.get(pk=UUID(BOB))
    skills = ratings.after(winners={UUID(BOB): NEWCOMER}, losers={UUID(ANN): NEWCOMER})
    assert Skill(ann.mu, ann.sigma) == skills[UUID(ANN)]
    assert Skill(bob.mu, bob.sigma) == skills[UUID(BOB)]
    assert (ann.games, ann.wins, bob.games, bob.wins) == (1, 0, 1, 1)
    assert ann.updated_at == moment(NOON + 8)
    assert Game.objects.get().rated


def test_people_are_rated_though_their_rows_come_later() -> None:
    write([ended()])
    write([seen(ANN, "Ann")])
    assert Rating.objects.get(user__username="Ann").games == 1


def test_a_game_that_is_told_again_counts_once() -> None:
    write([ended(), ended()])
    told_once = rows()
    write([ended()])
    assert rows() == told_once


def test_a_game_with_bots_is_recorded_and_not_rated() -> None:
    write([game(1, bots=3)])
    assert (Game.objects.get().bots, Game.objects.get().rated) == (3, False)
    assert rows() == []
    rerate()
    assert rows() == []


def test_a_game_in_a_private_room_is_recorded_and_not_rated() -> None:
    write([game(1, matched=False)])
    assert (Game.objects.get().matched, Game.objects.get().rated) == (False, False)
    rerate()
    assert rows() == []


def test_a_game_of_one_side_is_recorded_and_moves_nobody() -> None:
    write([game(1, PEOPLE[:2])])
    assert set(Rating.objects.values_list("mu", "games", "wins")) == {(NEWCOMER.mu, 1, 1)}


def test_who_left_is_known_and_is_rated_with_their_side() -> None:
    write([game(1, winner=Side.VILLAGERS)])
    stayed, left = Rating.objects.filter(pk__in=map(UUID, PEOPLE[5:7])).order_by("pk")
    assert (stayed.left, left.left, left.wins) == (0, 1, 1)
    assert (stayed.mu, stayed.sigma) == (left.mu, left.sigma)
    assert [str(role.user_id) for role in GameRole.objects.filter(left=True)] == [PEOPLE[6]]


def test_within_a_batch_games_count_as_they_ended() -> None:
    for each in season():
        write([each])
    one_by_one = rows()
    forget()
    write(Random(1).sample(season(), 20))
    assert rows() == one_by_one


def test_rerating_gives_what_was_recorded_in_order() -> None:
    for first, second in pairwise([*season(), *season()[-1:]]):
        write([first, second])
    recorded = rows()
    Rating.objects.update(mu=0, games=99)
    assert rerate() == f"games: 20, players: {len(recorded)}\n"
    assert rows() == recorded


def test_rerating_puts_a_game_that_came_late_in_its_place() -> None:
    write(season())
    in_order = rows()
    forget()
    for each in reversed(season()):
        write([each])
    assert rows() != in_order
    rerate()
    assert rows() == in_order


def test_rerating_counts_the_games_of_before_there_were_ratings_and_counts_them_once() -> None:
    write(season())
    recorded = rows()
    Rating.objects.all().delete()
    Game.objects.update(rated=False)
    rerate()
    write(season())
    assert rows() == recorded


def test_rating_many_games_takes_no_more_queries_than_rating_one() -> None:
    with CaptureQueriesContext(connection) as one:
        write(season(1))
    with CaptureQueriesContext(connection) as many:
        write(season()[1:])
    assert len(many) == len(one)


async def test_recorders_that_meet_count_each_game_once() -> None:
    def record(seed: int) -> None:
        for each in Random(seed).sample(season(), 20):
            write([each])

    await asyncio.gather(*(aside(partial(record, seed)) for seed in range(4)))
    counted = await aside(tallies)
    await aside(rerate)
    assert await aside(tallies) == counted


async def test_while_ratings_are_made_anew_the_old_ones_are_read_and_no_game_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, may_end, at_once = threading.Event(), threading.Event(), Standings.count

    def slowly(standings: Standings, table: Sequence[GameRole]) -> None:
        begun.set()
        may_end.wait(10)
        at_once(standings, table)

    await aside(lambda: write([game(1)]))
    before = await records.of(PEOPLE)
    with monkeypatch.context() as patched:
        patched.setattr(Standings, "count", slowly)
        rerating = asyncio.create_task(aside(rerate))
        await asyncio.to_thread(begun.wait, 10)
    recording = asyncio.create_task(aside(lambda: write([game(2)])))
    meanwhile = await records.of(PEOPLE)
    may_end.set()
    await asyncio.gather(rerating, recording)
    assert meanwhile == before
    assert {row.games for row in (await records.of(PEOPLE[:7])).values()} == {2}


def test_ratings_are_written_after_the_games_they_count() -> None:
    kinds = [kind for kind, _ in WRITERS]
    assert kinds.count(GameEnded) == 2
    assert kinds[-1] is GameEnded


async def test_the_records_of_those_who_wait_are_read_at_once() -> None:
    await aside(lambda: write([game(1), game(2, winner=Side.VILLAGERS)]))
    stranger, leaver = str(UUID(int=999)), PEOPLE[6]
    known = await records.of([stranger, leaver])
    assert known[stranger] == Record(skill=25.0, games=0, leaves=0.0)
    assert known[leaver][1:] == (2, 0.5)


async def test_of_nobody_there_is_no_record() -> None:
    assert await records.of([]) == {}
