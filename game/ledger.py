"""Turns outbox events into rows: all of a batch or nothing, and once however often it is told. It reads no stream."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from accounts import ledger as users
from game.models import Game, GameRole, GameTape
from game.outbox import Event, GameEnded, OutboxEvent, UserSeen

Writer = Callable[[Sequence[Any]], None]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write(events: Sequence[OutboxEvent]) -> None:
    """Write a batch in one transaction; telling it again changes nothing.

    OperationalError: the database is away, come back later. Any other DatabaseError: one of the events is bad.
    ValueError: nobody writes events of this kind.
    """
    if unwritten := {type(event) for event in events} - {kind for kind, _ in WRITERS}:
        message = f"nobody writes {sorted(kind.__name__ for kind in unwritten)}"
        raise ValueError(message)
    with transaction.atomic():
        for kind, write_all in WRITERS:
            if told := [event for event in events if type(event) is kind]:
                write_all(told)


def keep(tapes: Mapping[str, bytes]) -> None:
    """Keep these tapes with the rows of their games, by id; the first one of a game stands."""
    GameTape.objects.bulk_create(
        (GameTape(game_id=UUID(game_id), packed=packed) for game_id, packed in tapes.items()), ignore_conflicts=True
    )


def moment(millis: int) -> datetime:
    """Return the point in time that an event means."""
    return _EPOCH + timedelta(milliseconds=millis)


def _write_users(events: Sequence[UserSeen]) -> None:
    users.see(users.Sighting(UUID(event.user_id), event.username, moment(event.at)) for event in events)


def _write_games(events: Sequence[GameEnded]) -> None:
    Game.objects.bulk_create(map(_game, events), ignore_conflicts=True)
    roles = (role for event in events for role in _roles(event))
    GameRole.objects.bulk_create(roles, ignore_conflicts=True)


def _game(event: GameEnded) -> Game:
    return Game(
        id=UUID(event.game_id),
        room_id=UUID(event.room_id),
        winner=event.winner.value,
        total_rounds=event.total_rounds,
        bots=event.bots,
        matched=event.matched,
        started_at=moment(event.started_at),
        ended_at=moment(event.ended_at),
    )


def _roles(event: GameEnded) -> list[GameRole]:
    game_id = UUID(event.game_id)
    return [
        GameRole(
            id=uuid5(game_id, user_id),
            game_id=game_id,
            user_id=UUID(user_id),
            role=role.value,
            left=user_id in event.left,
        )
        for user_id, role in event.roles.items()
    ]


WRITERS: list[tuple[type[Event], Writer]] = [(UserSeen, _write_users), (GameEnded, _write_games)]
"""Who writes which events, in the order of writing. The apps above add their own when Django starts: after these, and
for an event that is written here already if they have more to write of it."""
