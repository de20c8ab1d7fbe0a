"""Writes `player_ratings`: each recorded game counts once, and all can be rebuilt from the games; it records none."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from game.ledger import Writer
from game.models import Game, GameRole
from game.outbox import Event, GameEnded
from matchmaking.models import Rating
from matchmaking.standings import Standings, games

_BATCH = 1000


class Tally(NamedTuple):
    """How much was counted."""

    games: int
    players: int


def rebuild() -> Tally:
    """Make all ratings anew from the games as they ended; readers see the old ones until it is done.

    The same numbers as before come out of it if the games were recorded in the order in which they ended; a game that
    reached the records late was counted late, and is put in its place.
    """
    standings, counted = Standings(), 0
    with transaction.atomic():
        _be_alone()
        Game.objects.filter(rated=False, bots=0, matched=True).update(rated=True)
        for table in games(_roles().filter(game__rated=True).iterator()):
            standings.count(table)
            counted += 1
        Rating.objects.all().delete()
        Rating.objects.bulk_create(standings.rows, batch_size=_BATCH)
    return Tally(counted, len(standings.rows))


def _rate_games(events: Sequence[GameEnded]) -> None:
    """Count the games among matched people that are not counted yet, in the order in which they ended."""
    _be_alone()
    told = [UUID(event.game_id) for event in events]
    roles = list(_roles().filter(game__in=told, game__rated=False, game__bots=0, game__matched=True))
    standings = Standings(Rating.objects.filter(pk__in={role.user_id for role in roles}))
    for table in games(roles):
        standings.count(table)
    Rating.objects.bulk_create(
        standings.rows,
        update_conflicts=True,
        unique_fields=["user"],
        update_fields=["mu", "sigma", "games", "wins", "left", "updated_at"],
    )
    Game.objects.filter(pk__in={role.game_id for role in roles}).update(rated=True)


def _roles() -> QuerySet[GameRole]:
    return GameRole.objects.select_related("game").order_by("game__ended_at", "game_id")


def _be_alone() -> None:
    """Wait until nobody else is counting, and keep others waiting until this transaction ends.

    Two recorders may be at it, should a lease have run out. Whoever comes second then sees what the first has counted;
    with locks of rows they would also have to agree on the order of people who have no row yet.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock('player_ratings'::regclass::oid::bigint)")


WRITERS: list[tuple[type[Event], Writer]] = [(GameEnded, _rate_games)]
"""After `game` has written the same events."""
