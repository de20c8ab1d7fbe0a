"""What the records tell the queue about those who wait in it; it reads, and never on the way of a socket."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import connection

from matchmaking.models import Rating
from matchmaking.ratings import NEWCOMER


class Record(NamedTuple):
    """What is known of somebody; the default is a newcomer's."""

    skill: float = NEWCOMER.mu
    games: int = 0
    wins: int = 0
    leaves: float = 0.0
    """In which share of the games they left: the disconnect rate."""

    @property
    def win_rate(self) -> float:
        """In which share of the games their side won."""
        return self.wins / self.games if self.games else 0.0


async def of(users: Collection[str]) -> dict[str, Record]:
    """Return everybody's record, by one query in a thread; DatabaseError when PostgreSQL is away."""
    known = await sync_to_async(_read, thread_sensitive=False)(users)
    return {user: known.get(user, Record()) for user in users}


def _read(users: Collection[str]) -> dict[str, Record]:
    rows = Rating.objects.filter(pk__in=[UUID(user) for user in users], games__gt=0)
    try:
        return {str(row.user_id): Record(row.mu, row.games, row.wins, row.left / row.games) for row in rows}
    finally:
        connection.close()
