"""When bots take their turns: at a person's pace, and never at a moment that a role decides."""

from collections.abc import Callable
from itertools import pairwise, permutations

import pytest
from msgspec import structs

from game.engine import edit, timing
from game.engine.bots import pace
from game.engine.ids import UserId
from game.engine.state import Phase, Role
from tests.engine.bots.salon import Salon, dealt
from tests.engine.scene import day, ended, lobby, night, voting, with_votes
from tests.engine.table import ANN, BOB, CAT, SECOND, Table

FIVE = ("ann", "bob", "cat", "dan", "eve")
scenes = pytest.mark.parametrize("scene", [night, day, voting])
Scene = Callable[..., Table]


def moments(table: Table, bot: UserId = BOB) -> list[int]:
    """The bot's moments, in ms since the phase began."""
    return [at - table.state.timers.phase_began_at for at in pace.moments(table.state, bot)]


def quick(scene: Scene) -> Table:
    table = scene(*FIVE, mafia="dan")
    table.state = edit.everybody(table.state, is_bot=True)
    return table


@scenes
def test_no_role_moves_a_moment(scene: Scene) -> None:
    table = scene(*FIVE, mafia="dan")
    seen = set()
    for roles in permutations((Role.MAFIA, Role.DOCTOR, Role.DETECTIVE, Role.VILLAGER, Role.VILLAGER)):
        for user, role in zip(table.state.players, roles, strict=True):
            table.state = edit.player(table.state, user, role=role)
        seen.add(tuple(pace.moments(table.state, user) for user in table.state.players))
    assert len(seen) == 1


@scenes
@pytest.mark.parametrize("paced", [quick, lambda scene: scene(*FIVE, mafia="dan")])
def test_moments_come_in_order_within_the_phase(scene: Scene, paced: Callable[[Scene], Table]) -> None:
    table = paced(scene)
    state = table.state
    for bot in state.players:
        at = [state.timers.phase_began_at, *pace.moments(state, bot), state.timers.phase_ends_at or 0]
        assert all(earlier < later for earlier, later in pairwise(at))


@pytest.mark.parametrize("table", [lobby(*FIVE), ended(*FIVE, mafia="dan")])
def test_outside_of_a_game_there_are_no_moments(table: Table) -> None:
    assert not moments(table)


def test_bots_do_not_move_in_step() -> None:
    table = day(*FIVE, mafia="dan")
    assert len({tuple(moments(table, bot)) for bot in table.state.players}) == len(FIVE)


def test_each_night_has_its_own_moments() -> None:
    table = night(*FIVE, mafia="dan")
    later = edit.state(table.state, round=2)
    assert pace.moments(table.state, BOB) != pace.moments(later, BOB)


def test_a_runoff_has_moments_of_its_own() -> None:
    table = with_votes(voting(*FIVE, mafia="dan", runoff=True), "ann>bob", "bob>ann")
    before = moments(table)
    table.expire()
    assert table.state.candidates
    assert before != moments(table)


def test_in_a_day_a_bot_looks_up_every_few_seconds() -> None:
    at = moments(day(*FIVE, mafia="dan"))
    assert max(later - earlier for earlier, later in pairwise(at)) < 18 * SECOND


def test_in_a_long_day_a_bot_still_takes_few_turns() -> None:
    table = day(*FIVE, mafia="dan")
    table.state = edit.state(table.state, settings=structs.replace(table.state.settings, discussion_time=300))
    assert len(moments(table)) == pace.GLANCES[1]


def test_a_vote_that_is_prolonged_moves_no_moment() -> None:
    table = voting(*FIVE, mafia="dan", vote_time=30)
    before = moments(table)
    table.wait(27)
    table.vote("ann", "bob")
    assert (table.state.running.extensions, moments(table)) == (1, before)


def test_an_outage_moves_all_moments_alike() -> None:
    state = day(*FIVE, mafia="dan").state
    later = timing.shifted(state, 60 * SECOND)
    assert [at + 60 * SECOND for at in pace.moments(state, BOB)] == [*pace.moments(later, BOB)]


def test_where_no_person_lives_a_round_takes_half_a_minute() -> None:
    salon = Salon(dealt(7))
    salon.play_phase()
    began_at = salon.table.now
    for _ in range(3):
        salon.play_phase()
    assert salon.table.now - began_at < 32 * SECOND


def test_the_dead_are_not_waited_for() -> None:
    table = day(*FIVE, mafia="dan", out="ann")
    for bot in FIVE[1:]:
        table.state = edit.player(table.state, UserId(bot), is_bot=True)
    assert pace.is_quick(table.state)


def test_a_living_person_gets_time_to_talk() -> None:
    table = quick(day)
    table.state = edit.player(table.state, ANN, is_bot=False)
    assert moments(table)[-1] > 60 * SECOND


def test_at_night_every_turn_of_a_bot_is_a_tap() -> None:
    table = night(*FIVE, mafia="bob cat")
    table.state = edit.player(table.state, CAT, is_bot=True)
    table.wait(5)
    table.turn("cat")
    assert (table.state.timers.last_tap_at, list(table.state.actions.taps)) == (table.now, [CAT])


@pytest.mark.parametrize("people", ["", "ann"])
@pytest.mark.parametrize("meeting", [True, False])
def test_the_night_of_bots_ends_at_one_moment_whatever_the_roles(people: str, *, meeting: bool) -> None:
    dawns = set()
    for mafia, doctor, detective in permutations(FIVE[1:], 3):
        table = night("ann", *FIVE[1:], "fay", "gus", mafia=mafia, doctor=doctor, detective=detective, meeting=meeting)
        if people:
            table.done("ann")
        salon = Salon(table, people=people)
        while salon.state.phase is Phase.NIGHT:
            salon.step()
        dawns.add(salon.table.now)
    assert len(dawns) == 1
