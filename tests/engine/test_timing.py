"""When the engine wants to be woken, what an outage moves, and when a room is given up."""

import pytest

from game.engine import phases, timing
from game.engine.commands import Mute
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase
from tests.engine.scene import day, ended, lobby, night, voting, with_votes
from tests.engine.table import NOON, SECOND, Table

FIVE = ("ann", "bob", "cat", "dan", "eve")


def wakes(table: Table) -> int:
    """In how many ms the engine wants to be woken."""
    return timing.wake_at(table.state, table.now) - table.now


def test_a_phase_wakes_the_engine_at_its_end() -> None:
    assert wakes(day(*FIVE, mafia="ann")) == 90 * SECOND


def test_a_grace_wakes_it_earlier() -> None:
    table = day(*FIVE, mafia="ann")
    table.disconnect("bob")
    assert wakes(table) == 30 * SECOND


def test_a_settled_vote_wakes_it_earlier() -> None:
    votes = ("ann>bob", "bob>ann", "cat>skip", "dan>skip", "eve>skip")
    assert wakes(with_votes(voting(*FIVE, mafia="ann"), *votes)) == 2 * SECOND


def test_a_room_without_a_deadline_is_looked_at_now_and_then() -> None:
    assert wakes(lobby(*FIVE)) == timing.WATCH_MS
    assert wakes(ended(*FIVE, mafia="ann")) == timing.WATCH_MS


def test_waking_moves_the_next_waking() -> None:
    table = day(*FIVE, mafia="ann", absence="ignore")
    for user in FIVE:
        table.disconnect(user)
    for _ in range(40):
        table.wake()
        assert wakes(table) > 0


def test_a_tick_before_anything_is_due_changes_nothing() -> None:
    table = day(*FIVE, mafia="ann")
    before = table.state
    assert table.wait(5).tick().state == before
    assert table.facts == ()


def test_a_late_tick_gives_the_next_phase_its_whole_time() -> None:
    table = day(*FIVE, mafia="ann").wait(500).tick()
    assert (table.phase, wakes(table)) == (Phase.VOTING, 30 * SECOND)


def test_what_is_overdue_happens_at_any_command() -> None:
    table = day(*FIVE, mafia="ann").wait(91)
    table.connect("bob", "2")
    assert table.phase is Phase.VOTING


def test_a_room_without_a_game_has_nothing_to_advance() -> None:
    with pytest.raises(LookupError):
        phases.advance(lobby(*FIVE).state, NOON)


def test_an_outage_moves_deadlines_and_graces() -> None:
    table = day(*FIVE, mafia="ann")
    table.disconnect("bob")
    before = table.state
    after = timing.shifted(before, before.downtime + 7 * SECOND)
    assert timing.wake_at(after, table.now) == timing.wake_at(before, table.now) + 7 * SECOND
    assert after.timers.phase_ends_at == (before.timers.phase_ends_at or 0) + 7 * SECOND
    assert after.players[UserId("bob")].last_sign == before.players[UserId("bob")].last_sign + 7 * SECOND
    assert after.players[UserId("ann")].grace_ends_at is None


def test_an_outage_moves_the_calm_before_an_early_end() -> None:
    table = night(*FIVE, mafia="ann")
    for user in FIVE:
        table.done(user)
    after = timing.shifted(table.state, 7 * SECOND)
    assert timing.wake_at(after, table.now) == timing.wake_at(table.state, table.now) + 7 * SECOND


def test_an_outage_is_allowed_for_once() -> None:
    state = timing.shifted(day(*FIVE, mafia="ann").state, 7 * SECOND)
    assert timing.shifted(state, 7 * SECOND) is state


def test_an_outage_gives_a_room_without_a_deadline_none() -> None:
    state = timing.shifted(lobby(*FIVE).state, 7 * SECOND)
    assert state.timers.phase_ends_at is None


def test_a_mute_outlasts_an_outage() -> None:
    table = day(*FIVE, mafia="ann")
    table.do(Mute(UserId("bob"), 10, "flooding"))
    table.state = timing.shifted(table.state, 7 * SECOND)
    assert table.wait(16).say("bob") is Refusal.MUTED


def test_an_ended_room_closes_when_everybody_has_gone() -> None:
    table = ended(*FIVE, mafia="ann")
    for user in FIVE[1:]:
        table.leave(user)
    assert not table.state.closed
    table.leave("ann")
    assert table.state.closed


def test_an_ended_room_waits_for_who_may_come_back() -> None:
    table = ended(*FIVE, mafia="ann")
    for user in FIVE:
        table.disconnect(user)
    assert not table.wait(29).tick().state.closed
    assert table.wait(1).tick().state.closed


def test_a_table_sits_at_its_end_screen_for_an_hour() -> None:
    table = ended(*FIVE, mafia="ann")
    assert not table.wait(60 * 60 - 1).tick().state.closed
    assert table.wait(1).tick().state.closed
    assert [table.told(user) for user in FIVE] == [["room:left"]] * 5


def test_a_deserted_game_ends_and_its_room_closes() -> None:
    table = night(*FIVE, mafia="ann", absence="ignore")
    for user in FIVE:
        table.disconnect(user)
    for _ in range(100):
        table.wake()
    assert table.state.closed
