"""What the records tell the queue about those who wait in it; it reads, and never on the way of a socket."""

from collections.abc import Collection
from typing import Final, NamedTuple
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import connection

from game.engine.ids import UserId
from matchmaking.grouping import Waiting
from matchmaking.models import Rating
from matchmaking.queue import Ticket, Tickets
from matchmaking.ratings import NEWCOMER

MOST_AT_ONCE: Final = 500
REST_S: Final = 0.5


class Record(NamedTuple):
    """What is known of somebody; the default is a newcomer's. Who won how often is in the skill already."""

    skill: float = NEWCOMER.mu
    games: int = 0
    leaves: float = 0.0
    """In which share of the games they left."""


class Known:
    """The records of the people in the queue, as far as one matcher has heard; asking for them holds up nothing."""

    def __init__(self) -> None:
        """Know nobody."""
        self._records: dict[UserId, Record] = {}
        self._wanted: list[UserId] = []

    def of(self, tickets: Tickets) -> list[Waiting]:
        """Those who wait, newcomers as long as nothing is heard of them; whoever left the queue is forgotten."""
        self._records = {user: record for user, record in self._records.items() if user in tickets}
        self._wanted = [user for user in tickets if user not in self._records]
        return [_waiting(user, ticket, self._records.get(user, Record())) for user, ticket in tickets.items()]

    async def ask(self) -> None:
        """Ask the records about those who are new in the queue."""
        if wanted := self._wanted[:MOST_AT_ONCE]:
            found = await of(wanted)  # The matcher may have stepped on by then: what it knows is another dict.
            self._records.update((UserId(user), record) for user, record in found.items())


async def of(users: Collection[str]) -> dict[str, Record]:
    """Return everybody's record, by one query in a thread; DatabaseError when PostgreSQL is away."""
    known = await sync_to_async(_read, thread_sensitive=False)(users)
    return {user: known.get(user, Record()) for user in users}


def _read(users: Collection[str]) -> dict[str, Record]:
    rows = Rating.objects.filter(pk__in=[UUID(user) for user in users], games__gt=0)
    try:
        return {str(row.user_id): Record(row.mu, row.games, row.leave_rate) for row in rows}
    finally:
        connection.close()


def _waiting(user: UserId, ticket: Ticket, record: Record) -> Waiting:
    return Waiting(user, ticket.since, record.skill, record.games, record.leaves, ticket.address)
