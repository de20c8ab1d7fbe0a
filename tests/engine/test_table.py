"""The start of a game and the way back to the lobby."""

import pytest

from game.engine import deal
from game.engine.frames import GameCommitment, GameRole, RoomUpdate
from game.engine.refusals import Refusal
from game.engine.state import Phase, Role, Status
from tests.engine.scene import day, ended, lobby
from tests.engine.table import SEED

FIVE = ("ann", "bob", "cat", "dan", "eve")
SEVEN = (*FIVE, "fay", "gus")


def test_the_host_starts_the_game() -> None:
    table = lobby(*FIVE)
    assert table.start() is None
    assert (table.phase, table.state.round, table.state.status) == (Phase.NIGHT, 1, Status.IN_GAME)


def test_everybody_learns_the_own_role_after_the_promise() -> None:
    table = lobby(*FIVE)
    table.start()
    assert table.told("bob") == ["room:update", "game:commitment", "game:role", "game:phase"]
    assert table.was_shown("bob", GameRole)[0].role is table.player("bob").role


def test_the_room_is_shown_in_game_before_the_roles() -> None:
    table = lobby(*FIVE)
    table.start()
    assert table.was_shown("bob", RoomUpdate)[-1].status is Status.IN_GAME


def test_only_the_mafia_learn_who_the_mafia_are() -> None:
    table = lobby(*SEVEN)
    table.start()
    mafia = [user for user in SEVEN if table.player(user).role is Role.MAFIA]
    for user in SEVEN:
        allies = tuple(each for each in mafia if each != user) if user in mafia else ()
        assert table.was_shown(user, GameRole)[0].allies == allies
        assert table.sees(user).you.allies == allies


def test_the_roles_are_those_of_the_setup() -> None:
    table = lobby(*SEVEN)
    table.start()
    roles = [player.role for player in table.state.players.values()]
    assert [roles.count(role) for role in Role] == [2, 1, 1, 3]


def test_the_deal_can_be_recomputed_after_the_end() -> None:
    table = lobby(*FIVE, absence="eliminate")
    table.start()
    promised = table.was_shown("ann", GameCommitment)[0].commitment
    for user in FIVE[1:]:
        table.leave(user)
    fairness = table.expire().end("ann").fairness
    assert promised == deal.commitment(seed=fairness.seed, order=fairness.order, setup=fairness.setup)
    assert table.end("ann").roles == deal.roles(seed=fairness.seed, order=fairness.order, setup=fairness.setup)


def test_another_seed_deals_and_promises_otherwise() -> None:
    one, other = lobby(*SEVEN), lobby(*SEVEN)
    one.start(seed=SEED)
    other.start(seed="ab" * 32)
    assert one.was_shown("ann", GameCommitment) != other.was_shown("ann", GameCommitment)
    assert one.sees("ann").you != other.sees("ann").you or one.sees("bob").you != other.sees("bob").you


def test_only_the_host_starts() -> None:
    assert lobby(*FIVE).start("bob") is Refusal.NOT_HOST


def test_fewer_than_four_are_too_few() -> None:
    assert lobby("ann", "bob", "cat").start() is Refusal.TOO_FEW


def test_all_others_have_to_be_ready() -> None:
    table = lobby(*FIVE)
    table.ready("cat", ready=False)
    assert table.start() is Refusal.NOT_READY


def test_the_host_need_not_be_ready() -> None:
    table = lobby(*FIVE)
    table.ready("ann", ready=False)
    assert table.start() is None


def test_a_game_starts_once() -> None:
    assert day(*FIVE, mafia="ann").start() is Refusal.WRONG_PHASE


def test_settings_that_do_not_fit_this_many_are_refused() -> None:
    table = lobby(*FIVE)
    table.configure("ann", mafia=3)
    for user in FIVE:
        table.ready(user)
    assert table.start() is Refusal.INVALID


def test_a_rematch_goes_back_to_the_lobby() -> None:
    table = ended(*FIVE, mafia="ann")
    assert table.rematch("bob") is None
    assert (table.phase, table.state.round, table.seats) == (Phase.LOBBY, 0, [*FIVE])


def test_a_rematch_forgets_the_roles() -> None:
    table = ended(*FIVE, mafia="ann")
    table.rematch("bob")
    assert {player.role for player in table.state.players.values()} == {None}
    assert all(player.alive for player in table.state.players.values())
    assert table.sees("bob").you.role is None


def test_who_asks_for_a_rematch_is_ready_for_it() -> None:
    table = ended(*FIVE, mafia="ann")
    table.rematch("bob")
    table.rematch("cat")
    assert [user for user, player in table.state.players.items() if player.ready] == ["bob", "cat"]


def test_the_absent_have_no_seat_in_the_rematch() -> None:
    table = ended(*FIVE, mafia="cat")
    table.leave("ann")
    table.disconnect("dan")
    table.rematch("bob")
    assert (table.seats, table.state.host_id) == (["bob", "cat", "dan", "eve"], "bob")


def test_who_left_asks_for_no_rematch() -> None:
    table = ended(*FIVE, mafia="ann")
    table.leave("bob")
    assert table.rematch("bob") is Refusal.NOT_IN_ROOM


def test_before_the_end_there_is_no_rematch() -> None:
    assert day(*FIVE, mafia="ann").rematch("bob") is Refusal.WRONG_PHASE


def test_before_the_first_game_there_is_no_rematch() -> None:
    assert lobby(*FIVE).rematch("bob") is Refusal.WRONG_PHASE


def test_a_rematch_is_a_game_of_its_own() -> None:
    table = ended(*FIVE, mafia="ann")
    for user in FIVE:
        table.rematch(user)
    assert table.start(seed="ab" * 32) is None
    assert (table.state.round, table.state.running.nights, table.state.running.winner) == (1, (), None)


def test_a_newcomer_may_join_the_rematch() -> None:
    table = ended(*FIVE, mafia="ann")
    table.rematch("ann")
    assert table.join("zoe") is None


@pytest.mark.parametrize("user", FIVE)
def test_nobody_has_an_end_to_look_at_in_the_lobby(user: str) -> None:
    table = ended(*FIVE, mafia="ann")
    table.rematch("ann")
    seen = table.sees(user)
    assert (bool(seen.end), bool(seen.setup), seen.timeline) == (False, False, ())
