"""The minutes: what a change of a room owes to the records, told by the states before and after it."""

import pytest
from msgspec import structs

from game import minutes
from game.engine import edit
from game.engine.state import Phase, RoomState
from game.outbox import GameEnded, OutboxEvent, PlayerJoined, PlayerLeft, RoomChanged
from tests.engine.scene import day, lobby, with_votes
from tests.engine.table import BOB, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def game_that_bob_left() -> Table:
    table = day(*SIX, mafia="ann")
    table.leave("bob")
    return table.wait(5)


def owed(table: Table, before: RoomState) -> list[OutboxEvent]:
    return minutes.between(before, table.state, table.now)


def departures(events: list[OutboxEvent]) -> list[tuple[str, int, int, bool]]:
    return [
        (each.user_id, each.joined_at, each.left_at, each.was_kicked) for each in events if type(each) is PlayerLeft
    ]


def arrivals(events: list[OutboxEvent]) -> list[tuple[str, int]]:
    return [(each.user_id, each.joined_at) for each in events if type(each) is PlayerJoined]


def told_at_the_end(table: Table) -> GameEnded:
    """What the records are told when the village has voted Ann, its only wolf, out."""
    while table.phase is not Phase.VOTING:
        table.expire()
    voters = [user for user in table.state.awaited if user != "ann"]
    with_votes(table, *(f"{user}>ann" for user in voters))
    before = table.state
    (ended,) = (each for each in owed(table.expire(), before) if type(each) is GameEnded)
    return ended


def test_who_gives_the_seat_up_in_a_game_has_left_at_that_moment() -> None:
    table = day(*SIX, mafia="ann").wait(7)
    before = table.state
    table.leave("bob")
    assert departures(owed(table, before)) == [(BOB, before.players[BOB].joined_at, table.now, False)]


def test_who_does_not_come_back_within_the_grace_has_left() -> None:
    table = day(*SIX, mafia="ann")
    table.disconnect("bob")
    before = table.state
    table.wait(30).tick()
    assert departures(owed(table, before)) == [(BOB, before.players[BOB].joined_at, table.now, False)]


def test_who_has_left_the_game_does_not_leave_once_more_when_the_room_closes() -> None:
    table = game_that_bob_left()
    closed = structs.replace(table.state, closed=True)
    left = [user for user, *_ in departures(minutes.between(table.state, closed, table.now))]
    assert left == ["ann", "cat", "dan", "eve", "fay"]


def test_coming_back_to_a_seat_that_was_given_up_is_another_stay() -> None:
    table = game_that_bob_left()
    before = table.state
    table.connect("bob", "2")
    assert arrivals(owed(table, before)) == [(BOB, table.now)]


def test_coming_back_within_the_grace_is_the_same_stay() -> None:
    table = day(*SIX, mafia="ann")
    before = table.state
    table.disconnect("bob")
    table.wait(5).connect("bob", "2")
    assert owed(table, before) == []
    assert table.player("bob").joined_at == before.players[BOB].joined_at


def test_who_is_kicked_has_left_and_was_kicked() -> None:
    table = lobby("ann", "bob")
    before = table.state
    table.kick("ann", "bob")
    assert departures(owed(table, before)) == [(BOB, before.players[BOB].joined_at, table.now, True)]


def test_a_change_tells_the_version_that_it_made() -> None:
    table = lobby(*SIX)
    before = table.state
    table.start()
    after = structs.replace(table.state, version=7)
    changes = [each for each in minutes.between(before, after, table.now) if type(each) is RoomChanged]
    assert [(each.version, each.status) for each in changes] == [(7, "in_game")]


def test_who_stays_to_the_end_is_no_leaver() -> None:
    assert told_at_the_end(day(*SIX, mafia="ann")).left == []


@pytest.mark.parametrize("doctor", ["", "bob"])
def test_who_left_a_game_while_alive_is_a_leaver(doctor: str) -> None:
    table = day(*SIX, mafia="ann", doctor=doctor)
    table.leave("bob")
    assert told_at_the_end(table).left == [BOB]


def test_who_stayed_away_too_long_is_a_leaver() -> None:
    table = day(*SIX, mafia="ann")
    table.disconnect("bob")
    assert told_at_the_end(table.wait(30).tick()).left == [BOB]


def test_who_left_and_came_back_in_time_is_no_leaver() -> None:
    table = game_that_bob_left()
    table.connect("bob", "2")
    assert told_at_the_end(table).left == []


def test_who_comes_back_too_late_stays_a_leaver_however_often_they_come_and_go() -> None:
    table = day(*SIX, mafia="ann", doctor="bob")
    table.leave("bob")
    table.connect("bob", "2")
    table.disconnect("bob", "2")
    table.wait(30).tick()
    table.leave("bob")
    assert told_at_the_end(table).left == [BOB]


def test_who_is_out_may_go() -> None:
    table = day(*SIX, mafia="ann", out="bob")
    table.leave("bob")
    assert told_at_the_end(table).left == []


def test_a_bot_is_counted_and_not_named() -> None:
    table = day(*SIX, mafia="ann")
    table.state = edit.player(table.state, BOB, is_bot=True)
    ended = told_at_the_end(table)
    assert (ended.bots, BOB in ended.roles, ended.left) == (1, False, [])
