"""A client that applies every frame knows at any moment what a fresh snapshot would tell it."""

import pytest
from hypothesis import given, settings

from game.engine.facts import Resync
from tests.engine.fold import Known, fold, nothing, plain, snapshot
from tests.engine.moves import NAMES, Move, moves, step, tables
from tests.engine.table import Table


@pytest.mark.parametrize("viewer", NAMES[:2])
@settings(max_examples=40, deadline=None)
@given(table=tables(), drawn=moves)
def test_a_snapshot_says_what_the_frames_said(viewer: str, table: Table, drawn: list[Move]) -> None:
    known = follow(table, viewer, nothing(viewer))
    for move in drawn:
        table.shown[viewer].clear()
        step(table, move)
        if viewer not in table.state.players:
            return
        known = follow(table, viewer, known)
        assert known == snapshot(plain(table.sees(viewer)))


def follow(table: Table, viewer: str, known: Known) -> Known:
    """What the viewer knows after the last change."""
    for frame in table.shown[viewer]:
        known = fold(known, plain(frame))
    return snapshot(plain(table.sees(viewer))) if Resync() in table.facts else known
