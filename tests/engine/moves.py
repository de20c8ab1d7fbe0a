"""What people may try at a table, sensible or not, as hypothesis draws it; judges nothing."""

from typing import TypeAlias

from hypothesis import strategies as st

from game.engine.commands import (
    CastVote,
    Configure,
    Connect,
    DetectiveInspect,
    Disconnect,
    DoctorSave,
    Done,
    Join,
    Kick,
    Lapse,
    Leave,
    MafiaKill,
    Mute,
    Rematch,
    RoomCommand,
    Say,
    SetReady,
    Start,
    Tick,
)
from game.engine.ids import ConnectionId, UserId
from tests.engine.scene import lobby
from tests.engine.table import NOON, Table
from tests.engine.wishes import patch

NAMES = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")
GAPS_MS = (0, 0, 1, 700, 2_500, 9_000, 31_000)
Move: TypeAlias = tuple[int, RoomCommand]

people = st.sampled_from([UserId(name) for name in (*NAMES, "zoe")])
votes = st.builds(CastVote, people, st.none() | people)
talk = st.builds(Say, people, st.just("id"), st.just("hello")) | st.builds(Mute, people, st.just(5), st.just("flood"))
deeds = st.one_of(
    st.builds(MafiaKill, people, people),
    st.builds(DoctorSave, people, people),
    st.builds(DetectiveInspect, people, people),
    st.builds(Done, people, st.none() | people),
)
wires = st.sampled_from(["#1", "#2"])
presence = st.one_of(
    st.builds(lambda who, wire: Connect(who, ConnectionId(who + wire)), people, wires),
    st.builds(lambda who, wire: Disconnect(who, ConnectionId(who + wire)), people, wires),
    st.builds(lambda who, wire: Lapse(who, ConnectionId(who + wire), NOON), people, wires),
    st.builds(Leave, people),
)
seating = st.one_of(
    st.builds(Join, people, st.just("Zoe")),
    st.builds(SetReady, people, st.booleans()),
    st.builds(Kick, people, people),
    st.builds(Rematch, people),
    st.builds(Start, people, st.sampled_from(["5eed" * 16, "ab" * 32]), st.just("game-2")),
    st.builds(Configure, people, st.just(patch(preset="rapid"))),
)
ticks = st.just(Tick())
commands: st.SearchStrategy[RoomCommand] = st.one_of(
    deeds, deeds, votes, votes, talk, presence, seating, st.just(Tick())
)
moves: st.SearchStrategy[list[Move]] = st.lists(st.tuples(st.sampled_from(GAPS_MS), commands), min_size=20, max_size=80)

rules = st.builds(
    patch,
    runoff=st.booleans(),
    open_votes=st.booleans(),
    reveal_roles=st.sampled_from(["role", "side", "none"]),
    absence=st.sampled_from(["byRole", "eliminate", "ignore"]),
    first_night=st.sampled_from(["meeting", "kill"]),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A game that has just begun, under any rules."""
    table = lobby(*NAMES)
    table.do(Configure(UserId("ann"), draw(rules)))
    for name in NAMES:
        table.ready(name)
    table.start(seed=draw(st.binary(min_size=32, max_size=32)).hex())
    return table


def played(table: Table, drawn: list[Move]) -> Table:
    """The table after these moves."""
    for move in drawn:
        step(table, move)
    return table


def step(table: Table, move: Move) -> None:
    """Let time go by and ask; a tick comes at the moment for which the engine asked."""
    gap_ms, command = move
    table.now += gap_ms
    if isinstance(command, Tick) and not table.state.closed:
        table.wake()
    else:
        table.do(command)
