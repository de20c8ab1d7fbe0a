"""Secrecy: two games that differ only in what a viewer may not know show that viewer the same bytes at the same times.

Left out is only what the house rules declare: absence by role.
"""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.ids import UserId
from tests.engine.director import Director
from tests.engine.scene import night
from tests.engine.table import ONLOOKER, Table
from tests.engine.two_worlds import Parted, Worlds, pairs

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")


def table(viewer: str, data: st.DataObject) -> Table:
    return night(
        *SEVEN,
        mafia="ann bob",
        detective="cat",
        doctor="dan",
        out=data.draw(st.sampled_from(["", "eve" if viewer == ONLOOKER else viewer])),
        meeting=data.draw(st.booleans()),
        runoff=data.draw(st.booleans()),
        open_votes=data.draw(st.booleans()),
        reveal_roles=data.draw(st.sampled_from(["role", "side", "none"])),
        absence=data.draw(st.sampled_from(["eliminate", "ignore"])),
    )


@pytest.mark.parametrize("viewer", ["ann", "cat", "dan", "eve", ONLOOKER])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_viewer_cannot_tell_two_worlds_apart(viewer: str, data: st.DataObject) -> None:
    scene = table(viewer, data)
    pair = data.draw(st.sampled_from(pairs(scene, viewer)))
    with suppress(Parted):
        Director(data, Worlds(scene, viewer=UserId(viewer), pair=pair)).play()
