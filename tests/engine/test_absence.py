"""Who goes away, who comes back, and what it costs to stay away."""

import pytest

from game.engine.commands import Connect, Lapse
from game.engine.facts import Connected, Resync
from game.engine.ids import ConnectionId, UserId
from game.engine.refusals import Refusal
from game.engine.seats import GRACE_MS
from game.engine.state import Phase, Role, Side
from tests.engine.scene import day, ended, lobby, night, voting, with_votes
from tests.engine.table import Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def is_connected(table: Table, who: str) -> bool:
    return table.player(who).connected


def grace(table: Table, who: str) -> int | None:
    return table.player(who).grace_ends_at


def lapse(table: Table, who: str, *, silent: float, connection: str = "1") -> None:
    last_sign = table.now - round(silent * 1000)
    assert table.do(Lapse(UserId(who), ConnectionId(f"{who}#{connection}"), last_sign)) is None


def gone(table: Table, who: str) -> Table:
    """Somebody went, and the grace is over."""
    table.disconnect(who)
    return table.wait(30).tick()


def test_a_closed_socket_is_an_absence() -> None:
    table = day(*SIX, mafia="ann")
    table.disconnect("bob")
    assert not is_connected(table, "bob")
    assert table.told("cat") == ["room:update"]


def test_the_grace_runs_from_the_close() -> None:
    table = day(*SIX, mafia="ann")
    table.disconnect("bob")
    assert grace(table, "bob") == table.now + GRACE_MS


def test_the_grace_of_a_silent_socket_runs_from_its_last_sign() -> None:
    table = day(*SIX, mafia="ann")
    lapse(table, "bob", silent=12)
    assert grace(table, "bob") == table.now + 18_000


def test_the_late_close_of_a_silent_socket_gives_no_more_time() -> None:
    table = day(*SIX, mafia="ann")
    lapse(table, "bob", silent=12)
    table.wait(10).disconnect("bob")
    assert grace(table, "bob") == table.now + 8_000


def test_the_close_of_an_old_socket_does_not_take_the_new_one_away() -> None:
    table = day(*SIX, mafia="ann")
    table.connect("bob", "2")
    table.disconnect("bob", "1")
    lapse(table, "bob", silent=12, connection="1")
    assert is_connected(table, "bob")


def test_a_silence_is_counted_once() -> None:
    table = day(*SIX, mafia="ann")
    lapse(table, "bob", silent=12)
    lapse(table.wait(5), "bob", silent=12)
    assert grace(table, "bob") == table.now + 13_000


def test_the_newest_connection_is_told_to_the_hub() -> None:
    table = day(*SIX, mafia="ann")
    table.do(Connect(UserId("bob"), ConnectionId("new")))
    assert table.facts == (Connected(UserId("bob"), ConnectionId("new")),)


def test_coming_back_restores_everything() -> None:
    table = night(*SIX, mafia="ann", detective="bob")
    table.inspect("bob", "ann")
    table.disconnect("bob")
    table.wait(29).connect("bob", "2")
    assert (table.sees("bob").you.target, grace(table, "bob"), is_connected(table, "bob")) == ("ann", None, True)


def test_who_is_back_in_time_is_not_counted_out() -> None:
    table = day(*SIX, mafia="ann", absence="eliminate")
    table.disconnect("bob")
    table.wait(29).connect("bob", "2")
    assert "bob" in table.wait(1).tick().living


def test_by_role_a_villager_is_ignored() -> None:
    table = gone(day(*SIX, mafia="ann", detective="bob", doctor="cat"), "fay")
    assert "fay" in table.living


def test_an_ignored_villager_may_come_back_and_vote() -> None:
    table = gone(voting(*SIX, mafia="ann", vote_time=120), "fay").wait(50)
    table.connect("fay", "2")
    assert table.vote("fay", "ann") is None


def test_by_role_the_others_are_counted_out() -> None:
    for absent in ("bob", "cat", "dan"):
        assert absent not in gone(day(*SIX, mafia="ann bob", detective="cat", doctor="dan"), absent).living


def test_eliminate_counts_everybody_out() -> None:
    assert "fay" not in gone(day(*SIX, mafia="ann", absence="eliminate"), "fay").living


def test_ignore_counts_nobody_out() -> None:
    assert "ann" in gone(day(*SIX, mafia="ann", absence="ignore"), "ann").living


def test_an_absence_by_day_is_told_by_a_snapshot() -> None:
    table = gone(day(*SIX, mafia="ann", doctor="bob"), "bob")
    assert Resync() in table.facts
    notice = table.sees("cat").timeline[-1]
    assert (notice.kind, [(death.user_id, death.role) for death in notice.deaths]) == ("out", [("bob", Role.DOCTOR)])


def test_an_absence_at_night_is_told_at_dawn() -> None:
    table = night(*SIX, mafia="ann", absence="eliminate")
    table.leave("fay")
    assert "fay" in table.living
    assert "fay" not in table.expire().living


def test_an_absence_at_night_shows_only_that_a_player_is_away() -> None:
    leaving, away = (night(*SIX, mafia="ann", doctor="fay") for _ in range(2))
    leaving.leave("fay")
    away.disconnect("fay")
    assert [leaving.sees(user) for user in SIX[:5]] == [away.sees(user) for user in SIX[:5]]


def test_one_who_left_at_night_acts_no_more() -> None:
    table = night(*SIX, mafia="ann bob", doctor="cat")
    table.leave("cat")
    table.connect("cat", "2")
    assert table.save("cat", "ann") is Refusal.DEAD
    assert table.done("cat") is Refusal.DEAD
    assert table.say("cat") is Refusal.WRONG_PHASE


def test_one_who_left_at_night_is_out_of_the_mafia_s_talk() -> None:
    table = night(*SIX, mafia="ann bob")
    table.leave("bob")
    table.connect("bob", "2")
    assert table.say("bob") is Refusal.WRONG_PHASE
    table.kill("ann", "cat")
    assert table.told("bob") == []


def test_one_who_left_at_night_is_not_waited_for() -> None:
    table = night(*SIX, mafia="ann bob")
    table.leave("bob")
    table.connect("bob", "2")
    for user in SIX:
        table.done(user)
    assert table.wait(20).tick().phase is Phase.DAY


def test_one_who_left_at_night_may_still_be_chosen() -> None:
    table = night(*SIX, mafia="ann", doctor="bob", absence="eliminate")
    table.leave("fay")
    assert table.kill("ann", "fay") is None
    assert table.save("bob", "fay") is None


def test_one_who_left_at_night_has_no_seat_to_come_back_to() -> None:
    table = night(*SIX, mafia="ann", doctor="bob")
    table.leave("bob")
    assert table.join("bob") is Refusal.IN_GAME


def test_leaving_a_game_is_an_absence_without_grace() -> None:
    table = day(*SIX, mafia="ann", doctor="bob")
    table.leave("bob")
    assert "bob" not in table.living
    assert table.told("bob")[0] == "room:left"


def test_the_dead_may_leave() -> None:
    table = day(*SIX, mafia="ann", out="bob")
    assert table.leave("bob") is None
    assert table.living == ["ann", "cat", "dan", "eve", "fay"]


def test_an_absence_takes_the_votes_for_the_player_away() -> None:
    table = with_votes(voting(*SIX, mafia="ann", absence="eliminate"), "ann>fay", "fay>bob", "cat>bob")
    table.leave("fay")
    assert (table.sees("ann").votes.counts, table.sees("ann").you.vote) == ({"bob": 2}, None)
    assert table.told("ann")[0] == "vote:update"


def test_an_absence_does_not_tell_for_whom_the_player_has_voted() -> None:
    table = with_votes(voting(*SIX, mafia="ann", absence="eliminate"), "fay>bob", "cat>dan")
    table.leave("fay")
    assert (table.sees("ann").votes.counts, table.sees("ann").votes.cast) == ({"bob": 1, "dan": 1}, 1)


def test_several_absences_at_once_are_all_counted() -> None:
    table = day(*SIX, mafia="ann", absence="eliminate")
    for user in ("bob", "cat"):
        table.disconnect(user)
    assert table.wait(30).tick().living == ["ann", "dan", "eve", "fay"]


def test_absences_of_one_moment_are_judged_together() -> None:
    table = day(*SIX, mafia="ann", absence="eliminate", out="eve fay cat")
    for user in ("bob", "ann"):
        table.disconnect(user)
    table.wait(30).tick()
    assert table.state.running.winner is Side.VILLAGERS


def test_in_the_lobby_the_absent_lose_their_seat() -> None:
    table = gone(lobby(*SIX), "bob")
    assert "bob" not in table.state.players
    assert table.told("bob") == ["room:left"]


def test_who_never_connects_loses_the_seat() -> None:
    table = lobby("ann")
    table.join("bob")
    assert [*table.wait(30).tick().state.players] == ["ann"]


def test_at_the_end_the_absent_keep_their_seat() -> None:
    table = gone(ended(*SIX, mafia="ann"), "bob")
    assert "bob" in table.state.players


def test_who_went_away_at_the_end_loses_the_seat_after_the_grace_and_is_waited_for_no_longer() -> None:
    table = ended(*SIX, mafia="ann")
    went_at = table.now
    for user in SIX[2:]:
        table.disconnect(user)
    table.wait(5).rematch("ann")
    assert table.seats == list(SIX)
    assert (table.wake().seats, table.now) == (["ann", "bob"], went_at + 30_000)


@pytest.mark.parametrize("away_s", [30, 600])
def test_who_was_given_up_on_before_a_rematch_has_no_seat_in_it(away_s: int) -> None:
    table = ended(*SIX, mafia="ann")
    for user in SIX[2:]:
        table.disconnect(user)
    table.wait(away_s).tick().rematch("ann")
    assert table.seats == ["ann", "bob"]


def test_the_host_s_duties_pass_to_the_one_who_has_been_there_longest() -> None:
    table = day(*SIX, mafia="fay")
    table.disconnect("bob")
    assert table.state.host_id == "ann"
    gone(table, "ann")
    assert table.state.host_id == "cat"


def test_the_host_keeps_the_duties_within_the_grace() -> None:
    table = lobby(*SIX)
    table.disconnect("ann")
    assert table.wait(29).tick().state.host_id == "ann"


def test_who_comes_back_first_to_an_empty_table_becomes_host() -> None:
    table = day(*SIX, mafia="fay", absence="ignore")
    for user in SIX:
        table.disconnect(user)
    table.wait(30).tick()
    table.connect("dan", "2")
    assert table.state.host_id == "dan"
