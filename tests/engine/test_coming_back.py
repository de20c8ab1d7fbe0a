"""What is left of a seat, a game and the host's duties after 20 seconds, 40 seconds or 5 minutes."""

from collections.abc import Callable

import pytest

from game.engine import edit, timing
from game.engine.frames import GamePhase
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase
from tests.engine.scene import day, ended, lobby, night, voting, with_votes
from tests.engine.table import SECOND, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")
CAST = {"mafia": "ann", "detective": "bob", "doctor": "cat"}
SHORT, LONG, LONGEST = 20, 40, 300


def away(table: Table, who: str, seconds: float) -> Table:
    """The same table, with this player gone for so long and back; meanwhile the engine wakes when it wants to."""
    table.disconnect(who)
    back_at = table.now + round(seconds * SECOND)
    while timing.wake_at(table.state, table.now) <= back_at:
        table.wake()
    table.now = back_at
    if who in table.state.players:
        table.connect(who, "2")
    return table


def slow(build: Callable[..., Table], **cast: str) -> Table:
    """A table whose phases outlast any absence of these tests."""
    table = build(*SIX, **(cast or CAST))
    return until(table, table.now + 2 * LONGEST * SECOND)


def until(table: Table, ends_at: int) -> Table:
    """The same table, with its phase announced to end then."""
    table.state = edit.timers(table.state, phase_ends_at=ends_at)
    return table


def after_an_outage(table: Table) -> Table:
    """The same table, whose players all went when the server did; it was down for minutes, and is back for a while."""
    for user in SIX:
        table.disconnect(user)
    table.wait(LONGEST)
    table.state = timing.shifted(table.state, LONGEST * SECOND)
    return table.wait(SHORT).tick()


@pytest.mark.parametrize("who", ["ann", "bob", "cat", "fay"])
@pytest.mark.parametrize("build", [night, day, voting])
def test_after_20_seconds_nothing_is_lost_in_any_phase(build: Callable[..., Table], who: str) -> None:
    table = away(slow(build), who, SHORT)
    player = table.player(who)
    assert (player.alive, player.connected, player.leaving, player.gave_up) == (True, True, False, False)


def test_after_20_seconds_the_seat_in_the_lobby_is_kept() -> None:
    assert "bob" in away(lobby(*SIX), "bob", SHORT).seats


@pytest.mark.parametrize("seconds", [LONG, LONGEST])
def test_after_the_grace_the_seat_in_the_lobby_is_free(seconds: int) -> None:
    assert "bob" not in away(lobby(*SIX), "bob", seconds).seats


@pytest.mark.parametrize("seconds", [LONG, LONGEST])
def test_who_lost_the_seat_in_the_lobby_may_sit_down_again(seconds: int) -> None:
    table = away(lobby(*SIX), "bob", seconds)
    assert table.join("bob") is None
    assert table.seats == ["ann", "cat", "dan", "eve", "fay", "bob"]


@pytest.mark.parametrize("seconds", [LONG, LONGEST])
@pytest.mark.parametrize("build", [night, day, voting])
def test_a_villager_plays_on_however_long_it_was(build: Callable[..., Table], seconds: int) -> None:
    table = away(slow(build), "fay", seconds)
    assert table.player("fay").alive
    assert table.done("fay") is None if build is not voting else table.vote("fay", "ann") is None


@pytest.mark.parametrize("who", ["bob", "cat"])
@pytest.mark.parametrize("build", [day, voting])
def test_the_others_are_out_and_may_watch(build: Callable[..., Table], who: str) -> None:
    table = away(slow(build), who, LONG)
    assert (table.player(who).alive, table.player(who).connected) == (False, True)
    assert table.say(who) is None


def test_who_was_counted_out_reads_it_on_the_timeline() -> None:
    seen = away(slow(day), "bob", LONG).sees("bob")
    assert [(entry.kind, [death.user_id for death in entry.deaths]) for entry in seen.timeline][-1] == ("out", ["bob"])
    assert not seen.you.alive


def test_who_was_away_too_long_at_night_is_told_so_by_the_first_tap() -> None:
    table = away(slow(night), "bob", LONG)
    assert table.sees("bob").you.alive
    assert table.done("bob") is Refusal.DEAD


def test_the_night_goes_on_without_who_was_away_too_long_and_dawn_tells() -> None:
    table = away(slow(night), "bob", LONG)
    until(table, table.now).tick()
    [dawn] = [frame for frame in table.was_shown("fay", GamePhase) if frame.phase is Phase.DAY]
    assert [death.user_id for death in dawn.deaths or ()] == ["bob"]


def test_an_absence_over_dawn_keeps_what_the_detective_found() -> None:
    table = night(*SIX, mafia="ann", detective="bob", doctor="cat")
    table.inspect("bob", "ann")
    for other in ("ann", "cat", "dan", "eve", "fay"):
        table.done(other)
    seen = away(table, "bob", SHORT).sees("bob")
    learned = [(each.user_id, each.is_mafia) for each in seen.you.inspections]
    assert (seen.phase, learned) == (Phase.DAY, [("ann", True)])


def test_a_ballot_outlives_its_voter_s_absence() -> None:
    table = with_votes(slow(voting), "fay>ann")
    assert away(table, "fay", LONG).sees("fay").you.vote == "ann"


@pytest.mark.parametrize("seconds", [SHORT, LONG, LONGEST])
def test_the_dead_lose_nothing_by_going(seconds: int) -> None:
    table = away(slow(day, **CAST, out="fay"), "fay", seconds)
    assert table.say("fay") is None
    assert not table.player("fay").gave_up


@pytest.mark.parametrize("seconds", [SHORT, LONG, LONGEST])
def test_the_story_of_the_end_waits(seconds: int) -> None:
    seen = away(ended(*SIX, mafia="ann"), "bob", seconds).sees("bob")
    assert (seen.phase, seen.you.user_id in {player.user_id for player in seen.players}) == (Phase.ENDED, True)
    assert seen.end


def test_a_rematch_takes_along_who_is_away_within_the_grace() -> None:
    table = ended(*SIX, mafia="ann")
    table.disconnect("bob")
    table.wait(SHORT).rematch("cat")
    table.connect("bob", "2")
    assert (table.sees("bob").phase, table.sees("bob").you.role) == (Phase.LOBBY, None)


def test_a_rematch_does_not_wait_for_who_is_gone_for_longer() -> None:
    table = ended(*SIX, mafia="ann")
    table.disconnect("bob")
    table.wait(LONG).tick()
    table.rematch("cat")
    assert "bob" not in table.seats


# -- the host


@pytest.mark.parametrize("build", [lobby, day])
def test_the_host_s_duties_go_to_the_next_and_do_not_come_back(build: Callable[..., Table]) -> None:
    table = lobby(*SIX) if build is lobby else slow(day, mafia="fay")
    assert away(table, "ann", LONG).state.host_id == "bob"


def test_the_host_of_20_seconds_ago_is_still_the_host() -> None:
    assert away(lobby(*SIX), "ann", SHORT).state.host_id == "ann"


def test_among_bots_the_next_person_becomes_host() -> None:
    table = slow(day, mafia="fay")
    for bot in ("bob", "cat", "dan"):
        table.state = edit.player(table.state, UserId(bot), is_bot=True)
    table.disconnect("ann")
    assert table.wait(LONG).tick().state.host_id == "eve"


# -- who leaves a game


@pytest.mark.parametrize("who", ["bob", "fay"])
def test_who_stays_away_has_given_the_game_up(who: str) -> None:
    table = slow(day)
    table.disconnect(who)
    assert table.wait(LONG).tick().player(who).gave_up


def test_a_villager_who_comes_back_has_not() -> None:
    assert not away(slow(day), "fay", LONGEST).player("fay").gave_up


def test_whose_seat_is_out_by_then_still_has() -> None:
    assert away(slow(day), "bob", LONG).player("bob").gave_up


def test_who_leaves_by_the_door_has() -> None:
    table = slow(day)
    table.leave("fay")
    assert table.player("fay").gave_up


# -- the server's own absence


@pytest.mark.parametrize("build", [night, day, voting])
def test_an_outage_of_the_server_counts_nobody_out(build: Callable[..., Table]) -> None:
    table = after_an_outage(slow(build))
    assert table.living == list(SIX)
    assert not any(player.gave_up for player in table.state.players.values())


def test_an_outage_of_the_server_costs_nobody_the_seat() -> None:
    assert after_an_outage(lobby(*SIX)).seats == list(SIX)
