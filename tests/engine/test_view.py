"""What a viewer is shown of the others."""

import pytest
from msgspec import UNSET, json

from game.engine.frames import RoomUpdate, VoteResult
from game.engine.settings import FirstNight
from game.engine.setup import Setup
from game.engine.state import Phase, Role, Side
from tests.engine.scene import day, ended, lobby, night, voting, with_votes
from tests.engine.table import Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def roles_seen(table: Table, who: str) -> list[object]:
    return [player.role for player in table.sees(who).players]


def test_the_own_role_alone_is_known() -> None:
    table = night(*SIX, mafia="ann", detective="bob")
    assert roles_seen(table, "bob") == [UNSET, Role.DETECTIVE, UNSET, UNSET, UNSET, UNSET]


def test_the_mafia_know_each_other() -> None:
    table = night(*SIX, mafia="ann bob")
    assert roles_seen(table, "bob") == [Role.MAFIA, Role.MAFIA, UNSET, UNSET, UNSET, UNSET]


def test_the_dead_know_no_more_than_the_living() -> None:
    table = night(*SIX, mafia="ann bob", out="fay")
    assert roles_seen(table, "fay") == [*roles_seen(table, "eve")[:4], UNSET, Role.VILLAGER]


@pytest.mark.parametrize(
    ("policy", "role", "side"), [("role", Role.MAFIA, UNSET), ("side", UNSET, Side.MAFIA), ("none", UNSET, UNSET)]
)
def test_the_table_learns_as_much_of_the_dead_as_the_settings_say(policy: str, role: object, side: object) -> None:
    table = with_votes(voting(*SIX, mafia="ann bob", reveal_roles=policy), "cat>bob").expire()
    shown, result = table.sees("cat").players[1], table.was_shown("cat", VoteResult)[0]
    notice = table.sees("cat").timeline[-2]
    assert (shown.role, shown.side) == (result.role, result.side) == (role, side)
    assert (notice.role or UNSET, notice.side or UNSET) == (role, side)


def test_where_nothing_is_revealed_the_dead_still_know_themselves() -> None:
    table = with_votes(voting(*SIX, mafia="ann bob", reveal_roles="none"), "cat>dan").expire()
    assert roles_seen(table, "dan")[3] is Role.VILLAGER


def test_where_nothing_is_revealed_the_mafia_still_know_their_dead() -> None:
    table = with_votes(voting(*SIX, mafia="ann bob", reveal_roles="none"), "cat>bob").expire()
    assert roles_seen(table, "ann")[1] is Role.MAFIA


def test_after_the_end_all_is_known() -> None:
    assert UNSET not in roles_seen(ended(*SIX, mafia="ann", reveal_roles="none"), "fay")


def test_before_the_end_no_snapshot_has_an_end() -> None:
    assert voting(*SIX, mafia="ann").sees("ann").end is UNSET


def test_the_make_up_of_a_game_is_public() -> None:
    table = night(*SIX, mafia="ann", doctor="bob")
    assert table.sees("fay").setup == Setup(1, 0, 1, 4, FirstNight.KILL)


def test_a_lobby_has_no_roles() -> None:
    seen = lobby(*SIX).sees("ann")
    assert (seen.phase, seen.you.role, seen.started_at, seen.ends_at) == (Phase.LOBBY, None, None, None)


def test_the_doctor_sees_whom_each_night_was_for() -> None:
    table = night(*SIX, mafia="eve", doctor="ann").expire().expire().expire()
    table.save("ann", "bob")
    assert table.expire().sees("ann").you.saves == (None, "bob")


def test_nobody_else_sees_whom_the_doctor_guarded() -> None:
    table = night(*SIX, mafia="eve", doctor="ann")
    table.save("ann", "bob")
    assert table.expire().sees("bob").you.saves == ()


def test_an_unknown_role_leaves_no_trace_in_the_bytes() -> None:
    seen = json.decode(json.encode(night(*SIX, mafia="ann").sees("bob").players[0]))
    assert seen.keys() == {"userId", "username", "alive", "connected", "isBot", "ready"}


def test_the_room_is_the_same_to_all_and_without_roles() -> None:
    table = day(*SIX, mafia="ann")
    table.disconnect("bob")
    update = json.encode(table.was_shown("cat", RoomUpdate)[-1])
    assert not any(role.encode() in update.split(b'"players"')[1] for role in Role)


def test_the_timeline_tells_the_public_course_of_the_game() -> None:
    table = with_votes(voting(*SIX, mafia="ann", doctor="cat"), "bob>cat").expire()
    table.kill("ann", "bob")
    table.expire()
    kinds = [(event.kind, event.round) for event in table.sees("fay").timeline]
    assert kinds == [("night", 1), ("dawn", 1), ("voting", 1), ("vote", 1), ("night", 2), ("dawn", 2)]
    assert [[death.user_id for death in event.deaths] for event in table.sees("fay").timeline][-1] == ["bob"]


def test_a_death_is_on_the_timeline_once() -> None:
    table = night(*SIX, mafia="ann", out="dan eve fay")
    table.kill("ann", "bob")
    timeline = table.expire().sees("cat").timeline
    assert [event.kind for event in timeline if event.deaths] == ["dawn"]
    assert timeline[-1].winner is Side.MAFIA


def test_the_seat_tapped_last_is_the_own_whatever_the_mafia_agree_on() -> None:
    table = night(*SIX, mafia="ann bob")
    table.kill("ann", "cat")
    table.kill("bob", "dan")
    assert [(you.pick, you.target) for you in (table.sees("ann").you, table.sees("bob").you)] == [
        ("cat", "dan"),
        ("dan", "dan"),
    ]
