"""When a game is over, who has won, and what is told then."""

import pytest

from game.engine import view
from game.engine.facts import GameEnded
from game.engine.frames import GameEnd, GamePhase, Stats, Suspicion, VoteResult
from game.engine.ids import UserId
from game.engine.project import project
from game.engine.state import NightRecord, Phase, Role, Side, VoteRecord
from tests.engine.scene import day, ended, lobby, night, voting, with_votes
from tests.engine.table import ANN, BOB, CAT, DAN, EVE, Table

FIVE = ("ann", "bob", "cat", "dan", "eve")


def winner(table: Table) -> Side | None:
    return table.state.running.winner


def test_the_village_wins_when_no_mafioso_lives() -> None:
    assert winner(with_votes(voting(*FIVE, mafia="ann"), "bob>ann").expire()) is Side.VILLAGERS


def test_the_mafia_win_when_they_are_half_of_the_living() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", out="eve dan"), "ann>bob").expire()
    assert winner(table) is Side.MAFIA


def test_while_the_mafia_are_fewer_than_half_the_game_goes_on() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", out="eve"), "ann>bob").expire()
    assert (winner(table), table.phase) == (None, Phase.NIGHT)


def test_the_game_ends_at_once_after_the_vote() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "bob>ann").expire()
    assert table.told("cat") == ["vote:result", "game:phase", "game:end", "room:update"]
    assert table.was_shown("cat", GamePhase)[-1].phase is Phase.ENDED


def test_an_absence_that_decides_the_game_ends_it_at_once() -> None:
    table = day(*FIVE, mafia="ann").wait(3)
    table.leave("ann")
    assert (winner(table), table.phase) == (Side.VILLAGERS, Phase.ENDED)


def test_an_absence_that_decides_the_vote_leaves_no_result() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob")
    table.leave("ann")
    assert (winner(table), table.was_shown("bob", VoteResult)) == (Side.VILLAGERS, [])


def test_when_everybody_leaves_the_game_is_over() -> None:
    table = night(*FIVE, mafia="ann", absence="eliminate")
    for user in FIVE:
        table.leave(user)
    assert (table.expire().phase, winner(table), table.state.closed) == (Phase.ENDED, Side.VILLAGERS, True)


def quiet_days(table: Table, number: int) -> Table:
    for _ in range(3 * number):
        table.expire()
    return table


def test_after_ten_days_without_a_death_the_mafia_lose() -> None:
    table = quiet_days(night(*FIVE, mafia="ann"), 9)
    assert table.phase is Phase.NIGHT
    assert (quiet_days(table, 1).phase, winner(table)) == (Phase.ENDED, Side.VILLAGERS)


def test_a_death_begins_the_count_anew() -> None:
    table = quiet_days(night(*FIVE, mafia="ann"), 9)
    table.kill("ann", "bob")
    assert quiet_days(table, 10).phase is Phase.NIGHT
    assert quiet_days(table, 1).phase is Phase.ENDED


def test_everything_is_told_at_the_end() -> None:
    table = ended(*FIVE, mafia="bob", doctor="cat")
    end = table.was_shown("ann", GameEnd)[0]
    assert end.roles == {
        "ann": Role.VILLAGER, "bob": Role.MAFIA, "cat": Role.DOCTOR, "dan": Role.VILLAGER, "eve": Role.VILLAGER
    }  # fmt: skip
    assert (end.winner, end.fairness.seed) == (Side.VILLAGERS, table.state.running.seed)


def test_the_end_stays_in_the_snapshot() -> None:
    table = ended(*FIVE, mafia="bob")
    frame, kept = table.was_shown("ann", GameEnd)[0], table.end("ann")
    assert (frame.winner, frame.roles, frame.stats, frame.fairness) == (
        kept.winner, kept.roles, kept.stats, kept.fairness
    )  # fmt: skip
    assert [player.role for player in table.sees("ann").players].count(Role.MAFIA) == 1


def test_the_end_comes_once() -> None:
    table = ended(*FIVE, mafia="bob")
    for _ in range(3):
        table.wake()
    assert len(table.was_shown("ann", GameEnd)) == 1


def test_the_stats_tell_every_night_and_vote() -> None:
    table = night(*FIVE, mafia="ann", detective="bob", doctor="cat", runoff=True)
    table.kill("ann", "dan")
    table.save("cat", "dan")
    table.inspect("bob", "ann")
    table.done("dan", "ann")
    with_votes(table.expire().expire(), "bob>ann", "ann>bob").expire()
    with_votes(table, "eve>ann").expire()
    assert table.end("eve").stats == Stats(
        rounds=1,
        nights=(NightRecord(1, DAN, DAN, ANN, (), {DAN: ANN}),),
        votes=(
            VoteRecord(1, {BOB: ANN, ANN: BOB}, None, tie=True),
            VoteRecord(1, {EVE: ANN}, ANN, tie=False),
        ),
        suspicions={
            ANN: Suspicion(0, 0),
            BOB: Suspicion(0, 0),
            CAT: Suspicion(0, 0),
            DAN: Suspicion(1, 1),
            EVE: Suspicion(0, 0),
        },
    )


def test_a_wrong_suspicion_counts_as_one() -> None:
    table = night(*FIVE, mafia="ann")
    table.done("bob", "cat")
    with_votes(table.expire().expire(), "bob>ann").expire()
    assert table.end("bob").stats.suspicions[UserId("bob")] == Suspicion(0, 1)


def test_before_the_end_it_cannot_be_told() -> None:
    with pytest.raises(LookupError):
        view.ending(night(*FIVE, mafia="ann").state, is_public=False)


def test_before_the_first_game_there_is_none_to_ask() -> None:
    with pytest.raises(LookupError):
        view.ending(lobby(*FIVE).state, is_public=False)


def test_an_end_that_a_rematch_has_overtaken_is_not_shown() -> None:
    table = ended(*FIVE, mafia="bob")
    table.rematch("ann")
    assert project(GameEnded(), table.state) == ()
