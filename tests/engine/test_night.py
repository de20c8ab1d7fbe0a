"""Who may do what at night."""

from game.engine.frames import ActionUpdate
from game.engine.refusals import Refusal
from tests.engine.scene import day, night
from tests.engine.table import ANN, CAT

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")


def test_the_mafia_choose_a_victim() -> None:
    table = night(*SEVEN, mafia="ann bob")
    assert table.kill("ann", "cat") is None
    assert table.expire().living == ["ann", "bob", "dan", "eve", "fay", "gus"]


def test_the_last_choice_of_the_mafia_stands() -> None:
    table = night(*SEVEN, mafia="ann bob")
    table.kill("ann", "cat")
    table.kill("bob", "dan")
    assert table.expire().living == ["ann", "bob", "cat", "eve", "fay", "gus"]


def test_each_choice_is_shown_to_the_mafia_only() -> None:
    table = night(*SEVEN, mafia="ann bob")
    table.kill("ann", "cat")
    assert table.was_shown("ann", ActionUpdate) == table.was_shown("bob", ActionUpdate) == [ActionUpdate(CAT, ANN)]
    assert not any(table.told(user) for user in SEVEN[2:])


def test_a_dead_mafioso_is_not_shown_the_choice() -> None:
    table = night(*SEVEN, mafia="ann bob", out="bob")
    table.kill("ann", "cat")
    assert table.told("bob") == []
    assert table.sees("bob").you.target is None


def test_the_mafia_do_not_kill_their_own() -> None:
    table = night(*SEVEN, mafia="ann bob")
    assert table.kill("ann", "bob") is Refusal.BAD_TARGET
    assert table.kill("ann", "ann") is Refusal.BAD_TARGET


def test_without_a_target_nobody_dies() -> None:
    assert night(*SEVEN, mafia="ann bob").expire().living == list(SEVEN)


def test_the_guarded_do_not_die() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob")
    table.kill("ann", "cat")
    table.save("bob", "cat")
    assert table.expire().living == list(SEVEN)


def test_a_guard_elsewhere_saves_nobody() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob")
    table.kill("ann", "cat")
    table.save("bob", "dan")
    assert "cat" not in table.expire().living


def test_the_doctor_may_change_the_choice() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob")
    table.kill("ann", "cat")
    table.save("bob", "dan")
    table.save("bob", "cat")
    assert "cat" in table.expire().living


def test_the_doctor_guards_himself_once_in_a_game() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob")
    assert table.save("bob", "bob") is None
    table.expire().expire().expire()
    assert table.save("bob", "cat") is None
    table.expire().expire().expire()
    assert table.save("bob", "bob") is Refusal.BAD_TARGET


def test_the_doctor_guards_nobody_two_nights_running() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob")
    table.save("bob", "cat")
    table.expire().expire().expire()
    assert table.save("bob", "cat") is Refusal.BAD_TARGET
    table.expire().expire().expire()
    assert table.save("bob", "cat") is None


def test_a_changed_mind_is_no_guard_for_the_next_night() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob")
    table.save("bob", "cat")
    table.save("bob", "dan")
    table.expire().expire().expire()
    assert table.save("bob", "cat") is None


def test_the_detective_does_not_inspect_himself() -> None:
    assert night(*SEVEN, mafia="ann", detective="bob").inspect("bob", "bob") is Refusal.BAD_TARGET


def test_nobody_does_what_is_another_role_s() -> None:
    table = night(*SEVEN, mafia="ann", detective="bob", doctor="cat")
    assert table.kill("dan", "eve") is Refusal.NOT_ALLOWED
    assert table.save("bob", "eve") is Refusal.NOT_ALLOWED
    assert table.inspect("ann", "eve") is Refusal.NOT_ALLOWED


def test_the_wrong_role_hears_the_same_about_every_target() -> None:
    table = night(*SEVEN, mafia="ann", out="gus")
    answers = {table.kill("dan", target) for target in ("ann", "bob", "dan", "gus", "nobody")}
    assert answers == {Refusal.NOT_ALLOWED}


def test_nobody_chooses_the_dead_or_strangers() -> None:
    table = night(*SEVEN, mafia="ann", detective="bob", doctor="cat", out="gus")
    assert table.kill("ann", "gus") is Refusal.BAD_TARGET
    assert table.inspect("bob", "gus") is Refusal.BAD_TARGET
    assert table.save("cat", "gus") is Refusal.BAD_TARGET
    assert table.kill("ann", "stranger") is Refusal.BAD_TARGET


def test_the_dead_do_nothing() -> None:
    table = night(*SEVEN, mafia="ann bob", out="bob gus")
    assert table.kill("bob", "cat") is Refusal.DEAD
    assert table.done("gus") is Refusal.DEAD


def test_nobody_acts_by_day() -> None:
    table = day(*SEVEN, mafia="ann")
    assert table.kill("ann", "cat") is Refusal.WRONG_PHASE


def test_nobody_acts_after_the_deadline() -> None:
    table = night(*SEVEN, mafia="ann")
    table.now = table.state.timers.phase_ends_at or 0
    assert table.kill("ann", "cat") is Refusal.WRONG_PHASE
    assert table.done("bob") is Refusal.WRONG_PHASE


def test_on_a_meeting_night_nobody_acts() -> None:
    table = night(*SEVEN, mafia="ann", doctor="bob", meeting=True)
    assert table.kill("ann", "cat") is Refusal.WRONG_PHASE
    assert table.save("bob", "cat") is Refusal.WRONG_PHASE


def test_on_a_meeting_night_everybody_may_tap() -> None:
    table = night(*SEVEN, mafia="ann", meeting=True)
    assert table.done("ann") is None
    assert table.done("bob", "ann") is None


def test_after_a_meeting_night_the_mafia_kill() -> None:
    table = night(*SEVEN, mafia="ann", meeting=True)
    table.expire().expire().expire()
    assert table.kill("ann", "cat") is None


def test_the_dead_are_not_suspected() -> None:
    assert night(*SEVEN, mafia="ann", out="gus").done("bob", "gus") is Refusal.BAD_TARGET


def test_a_second_tap_without_a_suspect_keeps_the_first() -> None:
    table = night(*SEVEN, mafia="ann")
    table.done("bob", "ann")
    table.done("bob")
    assert table.sees("bob").you.target == "ann"


def test_the_own_choice_is_in_the_own_snapshot_alone() -> None:
    table = night(*SEVEN, mafia="ann bob", detective="cat", doctor="dan")
    table.kill("ann", "gus")
    table.inspect("cat", "ann")
    table.save("dan", "dan")
    table.done("eve", "fay")
    assert [table.sees(user).you.target for user in SEVEN] == ["gus", "gus", "ann", "dan", "fay", None, None]


def test_an_act_is_a_tap() -> None:
    table = night(*SEVEN, mafia="ann bob")
    table.kill("ann", "cat")
    assert [table.sees(user).you.done for user in SEVEN[:3]] == [True, False, False]
