"""Tables that begin by themselves: one that has just played, as soon as everybody wants another game, not before."""

import pytest

from game.engine import deal, edit, gathering
from game.engine.commands import Rematch
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase, Role
from tests.engine.scene import convened, ended, lobby
from tests.engine.table import NOON, SEED, Table

FIVE = ("ann", "bob", "cat", "dan", "eve")


def again(table: Table, *names: str) -> Table:
    for name in names:
        assert table.do(Rematch(UserId(name), SEED, f"game of {name}")) is None
    return table


def agreed() -> Table:
    return again(ended(*FIVE, mafia="ann"), *FIVE)


def test_it_waits_while_somebody_still_reads_the_story() -> None:
    table = again(ended(*FIVE, mafia="ann"), *FIVE[:4]).wait(60).tick()
    assert (table.phase, table.state.appointment) == (Phase.LOBBY, None)


def test_when_all_are_in_it_begins_after_a_countdown_that_all_can_see() -> None:
    table = agreed()
    assert table.sees("bob").starts_at == table.now + 5_000
    assert table.wait(4.9).tick().phase is Phase.LOBBY
    assert table.wait(0.1).tick().phase is Phase.NIGHT


def test_its_dice_are_those_of_whose_word_completed_the_table() -> None:
    table = agreed().wait(5).tick()
    game = table.state.running
    assert game.game_id == "game of eve"
    assert game.commitment == deal.commitment(seed=SEED, order=game.order, setup=game.setup)
    assert {player.role for player in table.state.players.values()} >= {Role.MAFIA, Role.VILLAGER}


def test_nobody_is_rated_for_it_and_it_is_over_with_the_deal() -> None:
    table = agreed().wait(5).tick()
    assert (table.state.running.is_matched, table.state.appointment) == (False, None)


def test_who_thinks_better_of_it_stops_it() -> None:
    table = agreed()
    assert table.ready("cat", ready=False) is None
    assert table.wait(9).tick().phase is Phase.LOBBY


def test_who_loses_the_line_stops_it() -> None:
    table = agreed()
    table.disconnect("cat")
    assert table.wait(9).tick().phase is Phase.LOBBY


def test_new_rules_stop_it_for_all_are_asked_anew() -> None:
    table = agreed()
    assert table.configure("ann", open_votes=True) is None
    assert table.state.appointment is None


def test_a_newcomer_may_sit_down_and_is_waited_for() -> None:
    table = agreed()
    assert table.join("fay") is None
    assert table.wait(9).tick().phase is Phase.LOBBY


def test_the_host_need_not_wait_for_the_countdown() -> None:
    assert agreed().start("ann") is None


def test_too_few_for_a_game_wait_for_more() -> None:
    table = ended("ann", "bob", "cat", "dan", mafia="ann")
    table.leave("dan")
    again(table, "ann", "bob", "cat")
    assert table.state.appointment is None


def test_one_alone_with_bots_begins_by_hand() -> None:
    table = ended(*FIVE, mafia="ann")
    for bot in FIVE[1:]:
        table.state = edit.player(table.state, UserId(bot), is_bot=True)
    assert again(table, "ann").state.appointment is None


def test_a_word_without_dice_begins_nothing() -> None:
    table = ended(*FIVE, mafia="ann")
    for name in FIVE:
        table.rematch(name)
    assert table.state.appointment is None


def test_what_is_no_rematch_is_refused_as_ever() -> None:
    assert ended(*FIVE, mafia="ann").do(Rematch(UserId("zoe"), SEED, "game")) is Refusal.NOT_IN_ROOM


def test_a_table_of_strangers_that_everybody_leaves_is_gone() -> None:
    table = convened("ann", "bob")
    table.leave("ann")
    table.leave("bob")
    assert table.state.closed


def test_a_table_that_has_agreed_on_nothing_does_not_begin_by_itself() -> None:
    with pytest.raises(LookupError):
        gathering.begin_or_part(lobby(*FIVE).state, NOON)
