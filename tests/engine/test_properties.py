"""Promises about every game: it replays, it survives its codec, its votes commute, its deal can be recomputed."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json

from game.engine import deal
from game.engine.commands import AnyCommand
from game.engine.facts import AnyFact
from game.engine.frames import AnyFrame
from game.engine.state import RoomState
from tests.engine.moves import NAMES, Move, moves, played, step, tables
from tests.engine.replay import replayed
from tests.engine.scene import lobby, opened, voting
from tests.engine.table import NOON, SEED, Table
from tests.engine.wishes import Pace

ROOT = Path(__file__).parents[2]


@settings(max_examples=40, deadline=None)
@given(table=tables(), drawn=moves)
def test_the_same_commands_at_the_same_moments_give_the_same_room(table: Table, drawn: list[Move]) -> None:
    before = table.state
    table.asked.clear()
    played(table, drawn)
    again = replayed(table.asked, before)
    assert json.encode(again) == json.encode(table.state)


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_another_process_plays_the_same_game(hash_seed: str) -> None:
    table = voting(*NAMES, mafia="ann bob")
    for voter, target in pairwise(NAMES):
        table.vote(voter, target)
    table.leave("cat")
    log = [(NOON, opened()), *table.expire().asked]
    told = subprocess.run(
        [sys.executable, "-m", "tests.engine.replay"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        input=json.encode(log),
        capture_output=True,
        check=True,
    )
    assert told.stdout == json.encode(replayed(log))


@settings(max_examples=25, deadline=None)
@given(table=tables(), drawn=moves)
def test_everything_survives_its_json(table: Table, drawn: list[Move]) -> None:
    for move in drawn:
        step(table, move)
        assert json.decode(json.encode(move[1]), type=AnyCommand) == move[1]
        assert json.decode(json.encode(table.facts), type=tuple[AnyFact, ...]) == table.facts
    assert json.decode(json.encode(table.state), type=RoomState) == table.state
    frames = [frame for shown in table.shown.values() for frame in shown]
    assert json.decode(json.encode(frames), type=list[AnyFrame]) == frames


@settings(max_examples=40, deadline=None)
@given(data=st.data(), pace=st.builds(Pace, runoff=st.booleans(), open_votes=st.booleans()))
def test_the_order_of_votes_of_different_seats_does_not_matter(
    data: st.DataObject,
    pace: Pace,
) -> None:
    ballots = data.draw(st.dictionaries(st.sampled_from(NAMES), st.none() | st.sampled_from(NAMES)))
    results = []
    for voters in (list(ballots), data.draw(st.permutations(list(ballots)))):
        table = voting(*NAMES, mafia="ann bob", **pace)
        for voter in voters:
            table.vote(voter, ballots[voter])
        results.append((table.state, table.wake().state, table.sees("ann")))
    assert results[0] == results[1]


@settings(max_examples=25, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32).map(bytes.hex), size=st.integers(4, len(NAMES)))
def test_anyone_can_recompute_the_deal(seed: str, size: int) -> None:
    table = _started(seed, size)
    game = table.state.running
    assert game.commitment == deal.commitment(seed=game.seed, order=game.order, setup=game.setup)
    roles = deal.roles(seed=game.seed, order=game.order, setup=game.setup)
    assert roles == {user: player.role for user, player in table.state.players.items()}


@settings(max_examples=25, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32).map(bytes.hex))
def test_the_commitment_binds_seed_order_and_setup(seed: str) -> None:
    game = _started(SEED, 7).state.running
    promises = {
        deal.commitment(seed=game.seed, order=game.order, setup=game.setup),
        deal.commitment(seed=seed, order=game.order, setup=game.setup),
        deal.commitment(seed=game.seed, order=game.order[::-1], setup=game.setup),
        deal.commitment(seed=game.seed, order=game.order, setup=_started(SEED, 6).state.running.setup),
    }
    assert len(promises) == 4


def _started(seed: str, size: int) -> Table:
    table = lobby(*NAMES[:size])
    assert table.start(NAMES[0], seed=seed) is None
    return table
