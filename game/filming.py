"""Folds the log of a finished game into its tape: commands give the states, the projection and the view the frames.

It reads no stream and writes no row.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Raw, Struct, json

from game.codec import Entry
from game.engine import timing, view
from game.engine.commands import BotTurn, CastVote, DetectiveInspect, DoctorSave, Done, MafiaKill
from game.engine.facts import AnyFact, GameEnded, Resync, RoomChanged, Unseated
from game.engine.frames import RoomWatching
from game.engine.ids import UserId
from game.engine.project import project
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.state import RoomState
from game.tape import FORMAT, ONLOOKER, Moment, Tape

_Choice = MafiaKill | DoctorSave | DetectiveInspect | Done | CastVote

_SAID: Final[dict[type[_Choice], str]] = {
    MafiaKill: "action:mafiaKill",
    DoctorSave: "action:doctorSave",
    DetectiveInspect: "action:detectiveInspect",
    Done: "action:done",
    CastVote: "vote:cast",
}
"""What a choice is called on the wire."""


MOST_BYTES: Final = 1024 * 1024
"""What the frames of a tape may weigh; a game of sixteen who talk all the time has a third of it."""

_LASTING: Final = (b'{"type":"game:', b'{"type":"vote:result"', b'{"type":"action:result"', b'{"type":"room:watching"')
"""The course of the game, which nobody can make longer by doing one thing again and again."""


class TornError(ValueError):
    """This log does not give a whole game, by the rules of today."""


class Deed(Struct, frozen=True, rename="camel"):
    """A player's own choice, as the client had said it."""

    type: str
    target_id: UserId | None


def filmed(entries: Sequence[Entry]) -> Tape:
    """The tape of one game, of its log from the entry that deals to the one that ends it.

    Raises TornError when its commands do not give the same facts again: there is a hole, or gateways with other rules
    wrote a part of it. Who was told what could only be guessed then, and a guess may tell too much.
    """
    if not entries or entries[0].dealt is None or GameEnded() not in entries[-1].facts:
        raise TornError
    began_at, before, seats = entries[0].at, entries[0].dealt, tuple(entries[0].dealt.players)
    moments: list[Moment] = []
    for entry in entries:
        after = entry.dealt or _after(before, entry)
        seen = [*_deeds(before, entry, seats), *_told(before, after, entry, seats)]
        moments += (Moment(entry.at - began_at, audience, frame) for audience, frame in seen if audience)
        before = after
    kept = _within_bounds(moments)
    return Tape(FORMAT, began_at, seats, kept, is_cut=len(kept) < len(moments))


def _within_bounds(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """The moments, without the oldest talk and taps of a game that has too much of them to be shown to anybody."""
    excess = sum(len(bytes(moment.frame)) for moment in moments) - MOST_BYTES
    kept: list[Moment] = []
    for place, moment in enumerate(moments):
        frame = bytes(moment.frame)
        if excess > 0 and place > 0 and not frame.startswith(_LASTING):
            excess -= len(frame)
        else:
            kept.append(moment)
    return tuple(kept)


def _after(before: RoomState, entry: Entry) -> RoomState:
    """The room after this entry, as the gateway that committed it had it."""
    if entry.command is None:
        raise TornError
    timely = timing.shifted(before, entry.downtime)
    change = reduce(timely, entry.command, entry.at)
    # A refusal is committed, too, for its `ref`, which is nobody's affair here.
    after, facts = (timely, ()) if isinstance(change, Refusal) else (change.state, change.facts)
    if facts != entry.facts:
        raise TornError
    return after


def _deeds(before: RoomState, entry: Entry, seats: tuple[UserId, ...]) -> Iterator[tuple[int, Raw]]:
    """What somebody chose, for the own seat alone, if the rules took it."""
    move = entry.command.move if isinstance(entry.command, BotTurn) else entry.command
    timely = timing.shifted(before, entry.downtime)
    if not isinstance(move, _Choice) or isinstance(reduce(timely, move, entry.at), Refusal):
        return
    deed = Deed(_SAID[type(move)], move.target)
    yield _audience(seats, (move.by,)), Raw(json.encode(deed))


def _told(before: RoomState, after: RoomState, entry: Entry, seats: tuple[UserId, ...]) -> Iterator[tuple[int, Raw]]:
    """The frames of this entry as the feed sends them, but for snapshots: of those only what is everybody's."""
    for fact in _shown(entry.facts):
        for parcel in project(fact, after):
            public = 1 << ONLOOKER if parcel.is_public else 0
            yield _audience(seats, parcel.audience) | public, Raw(json.encode(parcel.frame))
    if Resync() in entry.facts or before.downtime != after.downtime:
        stage = RoomWatching(view.stage(after, chat=(), now_ms=entry.at))
        yield (1 << ONLOOKER) | _audience(seats, seats), Raw(json.encode(stage))


def _shown(facts: Sequence[AnyFact]) -> Iterator[AnyFact]:
    """The facts of the game; the picture of the room once, as it is then. Who leaves after the end is no part of it."""
    last = max((place for place, fact in enumerate(facts) if isinstance(fact, RoomChanged)), default=-1)
    for place, fact in enumerate(facts):
        if place == last or not isinstance(fact, RoomChanged | Unseated):
            yield fact


def _audience(seats: tuple[UserId, ...], users: Sequence[UserId]) -> int:
    return sum(1 << place for place, user in enumerate(seats, start=1) if user in users)
