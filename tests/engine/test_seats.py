"""Who sits down, who hosts, and by which rules the table plays."""

import pytest

from game.engine.commands import Configure, Join
from game.engine.ids import UserId
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.state import Phase, Status
from tests.engine.scene import day, ended, lobby, opened
from tests.engine.table import NOON
from tests.engine.wishes import patch

FOUR = ("ann", "bob", "cat", "dan")


def test_who_opens_a_room_sits_in_it_and_hosts() -> None:
    table = lobby("ann")
    assert (table.seats, table.state.host_id, table.state.status) == (["ann"], "ann", Status.LOBBY)


def test_a_room_is_opened_once() -> None:
    assert reduce(lobby("ann").state, opened("bob"), NOON) is Refusal.NOT_FOUND


def test_nothing_can_be_asked_of_no_room() -> None:
    assert reduce(None, Configure(UserId("ann"), patch()), NOON) is Refusal.NOT_FOUND


@pytest.mark.parametrize("max_players", [0, 3, 17])
def test_a_room_is_for_four_to_sixteen(max_players: int) -> None:
    assert reduce(None, opened(max_players=max_players), NOON) is Refusal.INVALID


def test_a_room_is_not_opened_with_settings_that_never_fit() -> None:
    assert reduce(None, opened(max_players=6, mafia=3), NOON) is Refusal.INVALID


def test_a_newcomer_takes_the_next_seat() -> None:
    table = lobby("ann")
    assert table.join("bob") is None
    assert table.seats == ["ann", "bob"]
    assert table.told("ann") == ["room:update"]


def test_two_at_a_table_never_look_alike() -> None:
    table = lobby("ann")
    table.do(Join(UserId("other"), "ANN"))
    assert table.player("other").username == "ANN 2"


def test_a_full_room_takes_nobody() -> None:
    assert lobby(*FOUR, max_players=4).join("eve") is Refusal.FULL


def test_a_running_game_takes_nobody() -> None:
    assert day(*FOUR, mafia="ann").join("eve") is Refusal.IN_GAME


def test_an_ended_game_takes_nobody() -> None:
    assert ended(*FOUR, mafia="ann").join("eve") is Refusal.ENDED


def test_who_has_a_seat_keeps_it() -> None:
    table = day(*FOUR, mafia="ann")
    assert table.join("bob") is None
    assert table.facts == ()


def test_a_full_room_still_has_a_seat_for_who_sits_in_it() -> None:
    assert lobby(*FOUR, max_players=4).join("bob") is None


def test_readiness_is_told_to_all() -> None:
    table = lobby("ann", "bob")
    table.ready("bob", ready=False)
    assert table.told("ann") == ["room:update"]
    assert not table.player("bob").ready


def test_saying_the_same_again_is_told_to_nobody() -> None:
    table = lobby("ann", "bob")
    table.ready("bob")
    assert table.facts == ()


def test_a_running_game_asks_for_no_readiness() -> None:
    assert day(*FOUR, mafia="ann").ready("bob") is Refusal.WRONG_PHASE


def test_the_kicked_lose_their_seat_and_are_told() -> None:
    table = lobby(*FOUR)
    table.kick("ann", "bob")
    assert table.seats == ["ann", "cat", "dan"]
    assert table.told("bob") == ["room:left"]


def test_the_kicked_cannot_come_back() -> None:
    table = lobby(*FOUR)
    table.kick("ann", "bob")
    assert table.join("bob") is Refusal.KICKED


def test_only_the_host_kicks() -> None:
    assert lobby(*FOUR).kick("bob", "cat") is Refusal.NOT_HOST


def test_nobody_is_kicked_out_of_a_game() -> None:
    assert day(*FOUR, mafia="ann").kick("ann", "bob") is Refusal.WRONG_PHASE


@pytest.mark.parametrize("whom", ["ann", "stranger"])
def test_the_host_kicks_neither_himself_nor_strangers(whom: str) -> None:
    assert lobby(*FOUR).kick("ann", whom) is Refusal.INVALID


def test_who_leaves_the_lobby_frees_the_seat() -> None:
    table = lobby(*FOUR)
    table.leave("bob")
    assert table.seats == ["ann", "cat", "dan"]
    assert table.told("bob") == ["room:left"]
    assert table.join("bob") is None


def test_when_the_host_leaves_the_next_one_hosts() -> None:
    table = lobby(*FOUR)
    table.leave("ann")
    assert table.state.host_id == "bob"


def test_an_absent_player_does_not_inherit_the_duties() -> None:
    table = lobby(*FOUR)
    table.disconnect("bob")
    table.leave("ann")
    assert table.state.host_id == "cat"


def test_where_all_are_absent_the_first_inherits_them() -> None:
    table = lobby(*FOUR)
    for user in FOUR:
        table.disconnect(user)
    table.leave("ann")
    assert table.state.host_id == "bob"


def test_an_empty_room_closes() -> None:
    table = lobby("ann")
    table.leave("ann")
    assert table.state.closed
    assert table.join("ann") is Refusal.NOT_FOUND


def test_a_stranger_can_do_nothing_but_join() -> None:
    assert lobby(*FOUR).ready("stranger") is Refusal.NOT_IN_ROOM


def test_the_host_changes_the_settings() -> None:
    table = lobby(*FOUR)
    assert table.configure("ann", night_time=60, open_votes=True) is None
    assert (table.state.settings.night_time, table.state.settings.open_votes) == (60, True)


def test_only_the_host_changes_the_settings() -> None:
    assert lobby(*FOUR).configure("bob", night_time=60) is Refusal.NOT_HOST


def test_the_settings_of_a_game_stay() -> None:
    assert day(*FOUR, mafia="ann").configure("ann", night_time=60) is Refusal.WRONG_PHASE


def test_new_settings_ask_the_others_anew() -> None:
    table = lobby(*FOUR)
    table.configure("ann", night_time=60)
    assert [player.ready for player in table.state.players.values()] == [True, False, False, False]


def test_a_room_gets_other_bounds() -> None:
    table = lobby(*FOUR)
    assert table.do(Configure(UserId("ann"), patch(), max_players=8, is_public=True)) is None
    assert (table.state.max_players, table.state.is_public) == (8, True)


@pytest.mark.parametrize("max_players", [3, 4, 17])
def test_a_room_gets_no_bounds_that_do_not_fit(max_players: int) -> None:
    table = lobby(*FOUR, "eve")
    assert table.do(Configure(UserId("ann"), patch(), max_players=max_players)) is Refusal.INVALID


def test_settings_that_never_fit_are_refused() -> None:
    assert lobby(*FOUR, max_players=6).configure("ann", mafia=3) is Refusal.INVALID


def test_a_closed_room_answers_nobody() -> None:
    table = lobby("ann")
    table.leave("ann")
    assert table.connect("ann") is Refusal.NOT_FOUND
    assert table.state.phase is Phase.LOBBY
