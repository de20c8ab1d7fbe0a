"""Secrecy: two games that differ only in what a viewer may not know show that viewer the same bytes at the same times.

Left out is only what the house rules declare: absence by role.
"""

from contextlib import suppress
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.ids import UserId
from game.engine.state import Role
from tests.engine.director import Director
from tests.engine.scene import Table, night
from tests.engine.two_worlds import Parted, Worlds

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")


def table(viewer: str, data: st.DataObject) -> Table:
    return night(
        *SEVEN,
        mafia="ann bob",
        detective="cat",
        doctor="dan",
        out=data.draw(st.sampled_from(["", viewer])),
        meeting=data.draw(st.booleans()),
        runoff=data.draw(st.booleans()),
        open_votes=data.draw(st.booleans()),
        reveal_roles=data.draw(st.sampled_from(["role", "side", "none"])),
        absence=data.draw(st.sampled_from(["eliminate", "ignore"])),
    )


def pairs(viewer: str) -> list[tuple[UserId, UserId]]:
    """Whose roles may be exchanged without this viewer's knowledge: a mafioso knows the mafia."""
    scene = night(*SEVEN, mafia="ann bob", detective="cat", doctor="dan")
    roles = {user: player.role for user, player in scene.state.players.items() if user != viewer}
    knows_mafia = scene.player(viewer).role is Role.MAFIA
    strangers = [user for user, role in roles.items() if not (knows_mafia and role is Role.MAFIA)]
    return [(one, other) for one, other in permutations(strangers, 2) if one < other and roles[one] != roles[other]]


@pytest.mark.parametrize("viewer", ["ann", "cat", "dan", "eve"])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_viewer_cannot_tell_two_worlds_apart(viewer: str, data: st.DataObject) -> None:
    pair = data.draw(st.sampled_from(pairs(viewer)))
    with suppress(Parted):
        Director(data, Worlds(table(viewer, data), viewer=UserId(viewer), pair=pair)).play()
