"""What the morning tells, and to whom."""

from game.engine.frames import ActionResult, GamePhase
from game.engine.state import Death, Inspection, Phase, Role
from tests.engine.scene import night
from tests.engine.table import BOB, CAT, DAN, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def deaths(table: Table) -> tuple[Death, ...]:
    told = table.was_shown("ann", GamePhase)[-1].deaths
    assert isinstance(told, tuple)
    return told


def test_a_death_is_told_to_all_with_its_role() -> None:
    table = night(*SIX, mafia="ann", doctor="cat")
    table.kill("ann", "cat")
    table.expire()
    assert deaths(table) == (Death(CAT, role=Role.DOCTOR),)
    assert table.sees("fay").players[2].role is Role.DOCTOR


def test_nobody_died_is_told_alike_whatever_the_reason() -> None:
    saved, idle = night(*SIX, mafia="ann", doctor="cat"), night(*SIX, mafia="ann", doctor="cat")
    saved.kill("ann", "bob")
    saved.save("cat", "bob")
    assert deaths(saved.expire()) == deaths(idle.expire()) == ()


def test_the_dead_are_listed_in_seat_order() -> None:
    table = night(*SIX, mafia="bob", doctor="fay", detective="dan")
    table.kill("bob", "eve")
    table.leave("fay")
    table.leave("dan")
    assert [death.user_id for death in deaths(table.expire())] == ["dan", "eve", "fay"]


def test_one_who_left_and_was_killed_dies_once() -> None:
    table = night(*SIX, mafia="bob", detective="dan")
    table.kill("bob", "dan")
    table.leave("dan")
    assert [death.user_id for death in deaths(table.expire())] == ["dan"]


def test_the_detective_learns_who_is_mafia() -> None:
    table = night(*SIX, mafia="bob", detective="cat")
    table.inspect("cat", "bob")
    table.expire()
    assert table.was_shown("cat", ActionResult) == [ActionResult(Inspection(BOB, is_mafia=True))]


def test_the_detective_learns_who_is_not() -> None:
    table = night(*SIX, mafia="bob", detective="cat")
    table.inspect("cat", "dan")
    table.expire()
    assert table.was_shown("cat", ActionResult) == [ActionResult(Inspection(DAN, is_mafia=False))]


def test_nobody_else_hears_of_it() -> None:
    table = night(*SIX, mafia="bob", detective="cat")
    table.inspect("cat", "bob")
    table.expire()
    others = [user for user in SIX if user != "cat"]
    assert not any(table.was_shown(user, ActionResult) or table.sees(user).you.inspections for user in others)


def test_a_detective_who_died_that_night_learns_nothing() -> None:
    table = night(*SIX, mafia="bob", detective="cat")
    table.inspect("cat", "bob")
    table.kill("bob", "cat")
    table.expire()
    assert table.was_shown("cat", ActionResult) == []
    assert table.sees("cat").you.inspections == ()


def test_a_detective_who_inspected_nobody_learns_nothing() -> None:
    assert night(*SIX, mafia="bob", detective="cat").expire().was_shown("cat", ActionResult) == []


def test_the_inspections_stay_in_the_detective_s_snapshot() -> None:
    table = night(*SIX, mafia="bob", detective="cat")
    table.inspect("cat", "bob")
    table.expire().expire().expire()
    table.inspect("cat", "dan")
    table.expire()
    assert table.sees("cat").you.inspections == (Inspection(BOB, is_mafia=True), Inspection(DAN, is_mafia=False))


def test_the_choices_of_the_night_are_gone_by_day() -> None:
    table = night(*SIX, mafia="ann", detective="bob")
    table.inspect("bob", "dan")
    table.kill("ann", "eve")
    table.expire()
    assert [table.sees(user).you.target for user in ("ann", "bob")] == [None, None]


def test_a_death_that_decides_the_game_ends_it_at_dawn() -> None:
    table = night("ann", "bob", "cat", "dan", mafia="ann", out="dan")
    table.kill("ann", "cat")
    assert table.expire().phase is Phase.ENDED
    assert deaths(table) == (Death(CAT, role=Role.VILLAGER),)
