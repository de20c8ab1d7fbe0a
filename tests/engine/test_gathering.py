"""A table of strangers: it starts by itself, waits for nobody long, and parts when too few are left."""

import pytest

from game.engine.commands import Convene, Guest, Join
from game.engine.facts import LeaveReason, Unseated
from game.engine.frames import GameState, RoomUpdate
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.settings import SettingsPatch
from game.engine.state import Phase
from game.engine.timing import shifted, wake_at
from tests.engine.scene import convened
from tests.engine.table import NOON, SECOND, SEED, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def here(*names: str, **rules: object) -> Table:
    """A table at which everybody has come."""
    table = convened(*names, **rules)  # type: ignore[arg-type]
    for name in names:
        table.connect(name)
    return table


def convene(*users: str, by: str = "ann", bots: tuple[str, ...] = (), patch: SettingsPatch | None = None) -> Convene:
    def guests(names: tuple[str, ...]) -> tuple[Guest, ...]:
        return tuple(Guest(UserId(name), name) for name in names)

    return Convene(
        UserId(by),
        RoomId("room-1"),
        RoomCode("MAFIAX"),
        guests(users),
        guests(bots),
        4,
        SEED,
        "game-1",
        patch or SettingsPatch(),
    )


def call(table: Table, who: str) -> Refusal | None:
    """The matcher brings somebody to a free seat."""
    return table.do(Join(UserId(who), who.title(), is_called=True))


def starts_in(table: Table) -> float:
    appointment = table.state.appointment
    assert appointment
    return (appointment.starts_at - table.now) / SECOND


def test_strangers_have_their_seats_before_they_come() -> None:
    assert convened(*SIX).seats == list(SIX)


def test_a_table_of_strangers_is_public() -> None:
    assert convened(*SIX).state.is_public


def test_it_starts_five_seconds_after_the_last_has_come() -> None:
    table = convened(*SIX).wait(2)
    for name in SIX:
        table.connect(name)
    assert starts_in(table) == 5


def test_it_waits_fifteen_seconds_for_those_who_have_not_come() -> None:
    assert starts_in(convened(*SIX)) == 15


def test_the_game_starts_without_anybody_s_word() -> None:
    assert here(*SIX).wait(5).tick().phase is Phase.NIGHT


def test_a_started_table_has_no_appointment_any_more() -> None:
    assert here(*SIX).wait(5).tick().state.appointment is None


def test_it_does_not_start_before_its_time() -> None:
    assert here(*SIX).wait(4.9).tick().phase is Phase.LOBBY


def test_the_engine_wants_to_be_woken_for_the_start() -> None:
    table = here(*SIX)
    assert wake_at(table.state, table.now) == table.now + 5 * SECOND


def test_everybody_sees_when_it_starts() -> None:
    table = here(*SIX)
    [*_, last] = table.was_shown("bob", RoomUpdate)
    assert last.starts_at == table.now + 5 * SECOND


def test_a_snapshot_says_when_it_starts() -> None:
    table = here(*SIX)
    seen: GameState = table.sees("bob")
    assert seen.starts_at == table.now + 5 * SECOND


def test_who_never_comes_loses_the_seat_after_fifteen_seconds() -> None:
    table = convened(*SIX, "gus")
    for name in SIX:
        table.connect(name)
    assert table.wait(15).tick().seats == list(SIX)


def test_whatever_wakes_the_table_nobody_who_never_came_is_dealt_in() -> None:
    table = convened(*SIX, "gus")
    for name in SIX:
        table.connect(name)
    table.wait(15).say("ann")
    assert (table.phase, table.seats) == (Phase.LOBBY, list(SIX))


def test_who_comes_in_the_last_moment_is_in() -> None:
    table = convened(*SIX, "gus")
    for name in SIX:
        table.connect(name)
    table.wait(15).connect("gus")
    assert "gus" in table.wait(5).tick().seats


def test_the_others_start_five_seconds_after_a_no_show_is_gone() -> None:
    table = convened(*SIX, "gus")
    for name in SIX:
        table.connect(name)
    assert starts_in(table.wait(15).tick()) == 5


def test_who_leaves_makes_room_for_another() -> None:
    table = here(*SIX)
    table.leave("fay")
    assert call(table, "gus") is None


def test_nobody_brings_friends_to_a_table_of_strangers() -> None:
    table = here(*SIX)
    table.leave("fay")
    assert table.join("gus") is Refusal.IN_GAME


def test_a_game_of_strangers_is_known_as_one() -> None:
    game = here(*SIX).wait(5).tick().state.game
    assert game
    assert game.is_matched


def test_a_replacement_has_fifteen_seconds_to_come() -> None:
    table = here(*SIX).wait(3)
    table.leave("fay")
    call(table, "gus")
    assert starts_in(table) == 15


def test_a_replacement_that_never_comes_loses_the_seat_after_fifteen_seconds() -> None:
    table = here(*SIX, least=4)
    table.leave("fay")
    call(table, "gus")
    assert "gus" not in table.wait(15).tick().seats


def test_the_others_have_five_seconds_for_somebody_to_take_a_free_seat() -> None:
    table = here(*SIX).wait(4)
    table.leave("fay")
    assert starts_in(table) == 5


def test_no_coming_and_going_holds_a_table_up_for_more_than_forty_five_seconds() -> None:
    table = here(*SIX)
    for turn in range(20):
        call(table, f"guest {turn}")
        table.wait(3)
        table.leave(f"guest {turn}")
        if table.phase is not Phase.LOBBY:
            break
    assert table.now <= NOON + 51 * SECOND


def test_too_few_part_instead_of_starting() -> None:
    table = here(*SIX)
    table.leave("fay")
    assert table.wait(5).tick().state.closed


def test_those_who_part_are_told_that_the_room_is_closed() -> None:
    table = here(*SIX)
    table.leave("fay")
    table.wait(5).tick()
    assert Unseated(UserId("ann"), LeaveReason.CLOSED) in table.facts


def test_a_table_that_may_be_small_starts_with_four() -> None:
    table = here("ann", "bob", "cat", "dan", "eve", least=4)
    table.leave("eve")
    assert table.wait(5).tick().phase is Phase.NIGHT


def test_somebody_who_came_and_is_away_for_a_moment_is_waited_for_by_nobody() -> None:
    table = here(*SIX)
    table.disconnect("fay")
    assert table.wait(5).tick().phase is Phase.NIGHT


def test_the_seat_of_somebody_away_for_a_moment_is_kept() -> None:
    table = here(*SIX)
    table.disconnect("fay")
    assert "fay" in table.wait(5).tick().seats


@pytest.mark.parametrize("power", ["kick", "start", "configure", "add_bot"])
def test_the_host_of_strangers_is_one_in_name_only(power: str) -> None:
    table = here(*SIX)
    asked = {
        "kick": lambda: table.kick("ann", "bob"),
        "start": lambda: table.start("ann"),
        "configure": lambda: table.configure("ann", night_time=60),
        "add_bot": lambda: table.add_bot("ann", "robo"),
    }
    assert asked[power]() is Refusal.WRONG_PHASE


def test_bots_at_a_table_of_strangers_are_there_from_the_beginning() -> None:
    table = convened("ann", bots="ada bob cid dia eli")
    table.connect("ann")
    assert table.wait(5).tick().phase is Phase.NIGHT


def test_strangers_of_one_name_are_told_apart() -> None:
    namesakes = Convene(
        UserId("1"),
        RoomId("room-1"),
        RoomCode("MAFIAX"),
        (Guest(UserId("1"), "Ann"), Guest(UserId("2"), "Ann")),
        (),
        4,
        SEED,
        "game-1",
    )
    made = reduce(None, namesakes, NOON)
    assert not isinstance(made, Refusal)
    assert [player.username for player in made.state.players.values()] == ["Ann", "Ann 2"]


@pytest.mark.parametrize(
    "command",
    [
        convene("ann", *(f"guest {n}" for n in range(10))),
        convene("ann", "ann"),
        convene("ann", bots=("ann",)),
        convene("bob"),
        convene("ann", patch=SettingsPatch(mafia=2)),
    ],
    ids=["too many", "twice", "a bot, too", "no host", "no setup"],
)
def test_a_table_that_cannot_be_is_refused(command: Convene) -> None:
    assert reduce(None, command, NOON) is Refusal.INVALID


def test_a_table_is_convened_once() -> None:
    assert reduce(here(*SIX).state, convene(*SIX), NOON) is Refusal.NOT_FOUND


def test_an_outage_moves_the_start() -> None:
    table = here(*SIX)
    moved = shifted(table.state, 60 * SECOND)
    assert moved.appointment
    assert moved.appointment.starts_at == table.now + 65 * SECOND


def test_an_outage_is_not_taken_from_the_patience_with_a_table() -> None:
    table = here(*SIX)
    table.state = shifted(table.state, 60 * SECOND)
    table.wait(60).leave("fay")
    call(table, "gus")
    assert starts_in(table) == 15


def test_after_the_game_the_host_is_one_like_any_other() -> None:
    table = here(*SIX, least=4).wait(5).tick()
    for name in SIX[1:]:
        if table.phase is not Phase.ENDED:
            table.leave(name)
            table.expire()
    table.rematch("ann")
    assert table.configure("ann", night_time=60) is None
