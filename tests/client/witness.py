"""Recorded frames as what each player knew, moment by moment; it judges nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tests.client import reducer
from tests.client.record import Direction, Frame, Record
from tests.client.view import View

Roles: TypeAlias = dict[str, str]


@dataclass(frozen=True, slots=True)
class Moment:
    """A record, with what its player knew before and after."""

    record: Record
    before: View
    after: View

    @property
    def event(self) -> str:
        """The event that came in; empty for everything else."""
        return self.record.event if self.record.direction is Direction.IN else ""


@dataclass(frozen=True, slots=True)
class Witness:
    """One player's moments, in order."""

    name: str
    moments: list[Moment]

    @property
    def last(self) -> View:
        """What this player knew when the recording stopped."""
        return self.moments[-1].after

    @property
    def looks_on(self) -> bool:
        """Whether this one has no seat, and only looks on."""
        return any(moment.record.event == "room:watch" for moment in self.moments)

    def was_there(self, at: float) -> bool:
        """Whether this player sat in the room, on an open line, at that time."""
        records = [moment.record for moment in self.moments if moment.record.at <= at]
        lines = [r.direction for r in records if r.direction in {Direction.OPENED, Direction.CLOSED}]
        return self.last.left is None and lines[-1:] == [Direction.OPENED]

    def heard(self, event: str) -> list[Moment]:
        """The moments at which that event came in."""
        return [moment for moment in self.moments if moment.event == event]


def witnesses(records: Iterable[Record]) -> list[Witness]:
    """Each player's moments, from the records of all of them."""
    tapes = defaultdict[str, list[Record]](list)
    for record in records:
        tapes[record.player].append(record)
    return [Witness(name, list(_moments(tape))) for name, tape in tapes.items()]


def dealt(seen: list[Witness]) -> Roles:
    """Who was dealt what: as each was told first, completed by what the end told."""
    roles: Roles = {}
    for witness in seen:
        for moment in witness.moments:
            if moment.after.role is not None:
                roles.setdefault(moment.after.me, moment.after.role)
    for witness in seen:
        roles = {**(witness.last.end or {}).get("roles", {}), **roles}
    return roles


def _moments(tape: Iterable[Record]) -> Iterator[Moment]:
    view, asked = View(), dict[str, Frame]()
    for record in tape:
        before = view
        if record.direction is Direction.OUT and "ref" in record.frame:
            asked[record.frame["ref"]] = record.frame
        elif record.event == "ack":
            question = asked.pop(record.frame["ref"], None)
            view = reducer.accepted(view, question) if question else view
        elif record.direction is Direction.IN:
            view = reducer.reduce(view, record.frame)
        yield Moment(record, before, view)
