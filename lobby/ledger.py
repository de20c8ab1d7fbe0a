"""Writes rooms, stays and reports. Ids are made from the event, so a replay meets its own row; it opens no room."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import IntegrityError
from msgspec import to_builtins

from accounts import ledger as users
from accounts.models import User
from game.ledger import Writer, moment
from game.outbox import Event, PlayerJoined, PlayerLeft, PlayerReported, RoomChanged, RoomOpened
from lobby.models import Report, Room, RoomPlayer


def stay_id(*, room_id: str, user_id: str, joined_at: int) -> UUID:
    """Return the id of the row that says a user sat down in a room at that time."""
    return uuid5(UUID(room_id), f"{user_id}:{joined_at}")


def _open_rooms(events: Sequence[RoomOpened]) -> None:
    """Add rooms; one that is known stays as it is, but a code that another room has is an IntegrityError."""
    rooms = {event.room_id: _room(event) for event in events}
    # Not ignore_conflicts: that would swallow the conflict of codes too. The update only writes what is there.
    Room.objects.bulk_create(rooms.values(), update_conflicts=True, unique_fields=["id"], update_fields=["room_code"])


def _change_rooms(events: Sequence[RoomChanged]) -> None:
    """Keep how each room stands by its newest event; what is no newer than the row changes nothing."""
    newest = {room.pk: room for room in map(_changed, sorted(events, key=lambda event: event.version))}
    rows = Room.objects.select_for_update().filter(pk__in=newest).order_by("pk")
    known = dict(rows.values_list("pk", "version"))
    if missing := sorted(map(str, newest.keys() - known)):
        message = f"the rooms {missing} were never opened"
        raise IntegrityError(message)
    newer = [newest[pk] for pk, version in known.items() if version < newest[pk].version]
    Room.objects.bulk_update(newer, ["version", "status", "host", "max_players", "is_public", "ended_at"])


def _seat_players(events: Sequence[PlayerJoined]) -> None:
    users.introduce(users.Sighting(UUID(event.user_id), event.username, moment(event.joined_at)) for event in events)
    RoomPlayer.objects.bulk_create(map(_stay, events), ignore_conflicts=True)


def _unseat_players(events: Sequence[PlayerLeft]) -> None:
    """End stays; each event tells the whole row, so it may even come before the one of its beginning."""
    stays = {stay.id: stay for stay in map(_ended_stay, events)}
    RoomPlayer.objects.bulk_create(
        stays.values(), update_conflicts=True, unique_fields=["id"], update_fields=["left_at", "was_kicked"]
    )


def _file_reports(events: Sequence[PlayerReported]) -> None:
    """Keep reports of people; whoever has no row was never one."""
    people = User.objects.filter(pk__in={UUID(event.user_id) for event in events})
    known = {str(pk) for pk in people.values_list("pk", flat=True)}
    reports = (_report(event) for event in events if event.user_id in known)
    Report.objects.bulk_create(reports, ignore_conflicts=True)


def _room(event: RoomOpened) -> Room:
    return Room(
        id=UUID(event.room_id),
        room_code=event.room_code,
        is_public=event.is_public,
        max_players=event.max_players,
        host_id=UUID(event.host_id),
        created_at=moment(event.at),
    )


def _changed(event: RoomChanged) -> Room:
    return Room(
        id=UUID(event.room_id),
        version=event.version,
        status=event.status.value,
        host_id=UUID(event.host_id),
        max_players=event.max_players,
        is_public=event.is_public,
        ended_at=None if event.ended_at is None else moment(event.ended_at),
    )


def _stay(event: PlayerJoined | PlayerLeft) -> RoomPlayer:
    return RoomPlayer(
        id=stay_id(room_id=event.room_id, user_id=event.user_id, joined_at=event.joined_at),
        room_id=UUID(event.room_id),
        user_id=UUID(event.user_id),
        joined_at=moment(event.joined_at),
    )


def _ended_stay(event: PlayerLeft) -> RoomPlayer:
    stay = _stay(event)
    stay.left_at, stay.was_kicked = moment(event.left_at), event.was_kicked
    return stay


def _report(event: PlayerReported) -> Report:
    return Report(
        id=UUID(event.report_id),
        room_id=UUID(event.room_id),
        game_id=None if event.game_id is None else UUID(event.game_id),
        user_id=UUID(event.user_id),
        reporter_id=UUID(event.reporter_id),
        username=event.username,
        message_id=None if event.message_id is None else UUID(event.message_id),
        reason=event.reason.value,
        context=to_builtins(event.context),
        reported_at=moment(event.at),
    )


WRITERS: list[tuple[type[Event], Writer]] = [
    (RoomOpened, _open_rooms),
    (RoomChanged, _change_rooms),
    (PlayerJoined, _seat_players),
    (PlayerLeft, _unseat_players),
    (PlayerReported, _file_reports),
]
"""In the order of writing: a room before what happens to it."""
