"""The ledger: events become rows once, however often, in whatever order and together with whom they are told."""

from datetime import UTC, datetime
from typing import get_args
from uuid import UUID, uuid5

import pytest
from django.db import DataError, IntegrityError, OperationalError, connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from accounts.models import User
from game.engine.state import Role, Status
from game.ledger import WRITERS, moment, write
from game.models import Game, GameRole
from game.outbox import OutboxEvent
from lobby.models import Report, Room, RoomPlayer
from tests.records.story import (
    ANN,
    BOB,
    GAME,
    NOON,
    REPORT,
    ROOM,
    WORD,
    changed,
    ended,
    evening,
    joined,
    left,
    opened,
    reported,
    seen,
)

pytestmark = pytest.mark.django_db(transaction=True)

TABLES: tuple[type[Model], ...] = (User, Room, RoomPlayer, Report, Game, GameRole)


def rows() -> list[list[dict[str, object]]]:
    return [list(table._default_manager.order_by("pk").values()) for table in TABLES]


def forget() -> None:
    for table in reversed(TABLES):
        table._default_manager.all().delete()


def test_an_evening_becomes_rows() -> None:
    write(evening())
    room = Room.objects.get()
    assert (str(room.pk), room.room_code, room.status, room.max_players) == (ROOM, "ABCDEF", "ended", 10)
    assert (room.is_public, str(room.host_id), room.ended_at) == (True, ANN, moment(NOON + 10))
    ann, bob = RoomPlayer.objects.order_by("user__username")
    assert (ann.user.username, ann.left_at, ann.was_kicked) == ("Ann", None, False)
    assert (bob.joined_at, bob.left_at, bob.was_kicked) == (moment(NOON + 1), moment(NOON + 9), True)
    game = Game.objects.get()
    assert (str(game.room_id), game.winner, game.total_rounds) == (ROOM, "villagers", 3)
    assert dict(game.roles.values_list("user__username", "role")) == {"Ann": "mafia", "Bob": "doctor"}


def test_a_report_is_kept_with_what_was_said() -> None:
    write(evening())
    report = Report.objects.get()
    assert (str(report.user_id), str(report.reporter_id), report.reason) == (BOB, ANN, "insult")
    assert report.context == [
        {"id": WORD, "userId": BOB, "username": "Bob", "channel": "day", "message": "you <b>idiot", "at": NOON + 5}
    ]


def test_a_report_of_nobody_the_records_know_is_dropped_and_holds_nothing_up() -> None:
    write(
        [*evening()[:6], structs.replace(reported("00000000-0000-4000-8000-00000000000f"), report_id=GAME), reported()]
    )
    assert [str(report.pk) for report in Report.objects.all()] == [REPORT]


def test_a_time_is_kept_to_the_millisecond() -> None:
    assert moment(1_800_000_000_123) == datetime(2027, 1, 15, 8, 0, 0, 123_000, tzinfo=UTC)


def test_ids_are_made_from_the_event() -> None:
    write(evening())
    bob = RoomPlayer.objects.get(user_id=UUID(BOB))
    assert bob.pk == uuid5(UUID(ROOM), f"{BOB}:{NOON + 1}")
    assert GameRole.objects.get(user_id=UUID(ANN)).pk == uuid5(UUID(GAME), ANN)


def test_telling_an_evening_again_changes_nothing() -> None:
    write(evening())
    told_once = rows()
    write(evening())
    assert rows() == told_once


def test_one_by_one_is_the_same_as_at_once() -> None:
    write(evening())
    at_once = rows()
    forget()
    for event in evening():
        write([event])
        write([event])
    assert rows() == at_once


@settings(max_examples=25, deadline=None)
@given(batch=st.permutations(evening()))
def test_the_order_within_a_batch_does_not_matter(batch: list[OutboxEvent]) -> None:
    forget()
    write(evening())
    in_order = rows()
    forget()
    write(batch)
    assert rows() == in_order


def test_of_the_changes_of_a_room_the_newest_stands() -> None:
    write([opened(), changed(Status.LOBBY, version=4, host=BOB), changed(Status.ENDED, version=3, ended_at=NOON)])
    room = Room.objects.get()
    assert (room.status, str(room.host_id), room.ended_at) == ("lobby", BOB, None)


def test_an_older_change_that_lands_after_a_newer_one_changes_nothing() -> None:
    write([opened(), changed(Status.ENDED, version=9, ended_at=NOON)])
    write([changed(Status.IN_GAME, version=3)])
    room = Room.objects.get()
    assert (room.status, room.ended_at, room.version) == ("ended", moment(NOON), 9)


def test_opening_a_room_again_does_not_undo_its_changes() -> None:
    write([opened(), changed(Status.IN_GAME, version=3)])
    write([opened()])
    assert Room.objects.get().status == "in_game"


def test_a_user_seen_keeps_the_latest_name_and_time() -> None:
    write([seen(ANN, "Ann"), seen(ANN, "Anna", at=NOON + 5), seen(ANN, "Annie", at=NOON + 3)])
    write([seen(ANN, "Old", at=NOON - 1)])
    ann = User.objects.get()
    assert (ann.username, ann.last_seen, ann.created_at) == ("Anna", moment(NOON + 5), moment(NOON + 5))


def test_being_seen_does_not_lift_a_ban() -> None:
    write([seen(ANN, "Ann")])
    User.objects.update(is_active=False, is_guest=False)
    write([seen(ANN, "Anna", at=NOON + 1)])
    ann = User.objects.get()
    assert (ann.username, ann.is_active, ann.is_guest) == ("Anna", False, False)


def test_who_joins_unseen_becomes_a_user() -> None:
    write([opened(), joined(BOB, "Bob")])
    assert User.objects.get(pk=BOB).username == "Bob"


def test_a_name_worn_in_a_room_is_not_the_users_own() -> None:
    write([seen(BOB, "Bob"), opened(), joined(BOB, "Bob 2")])
    assert User.objects.get(pk=BOB).username == "Bob"


def test_leaving_may_be_told_before_joining() -> None:
    write([opened(), seen(BOB, "Bob")])
    write([left(BOB)])
    write([joined(BOB, "Bob")])
    assert RoomPlayer.objects.get().left_at == moment(NOON + 9)


def test_coming_back_is_another_stay() -> None:
    write([opened(), joined(BOB, "Bob"), left(BOB), joined(BOB, "Bob", at=NOON + 20)])
    assert [stay.left_at for stay in RoomPlayer.objects.order_by("joined_at")] == [moment(NOON + 9), None]


def test_a_game_is_recorded_though_its_players_are_not() -> None:
    write([ended()])
    assert set(GameRole.objects.values_list("role", flat=True)) == {Role.MAFIA, Role.DOCTOR}


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (opened(room=GAME), IntegrityError),  # the code of another room
        (joined(ANN, "Ann\x00"), DataError),
        (seen(ANN, "x" * 21), DataError),
    ],
)
def test_a_bad_event_is_raised_and_its_batch_leaves_no_trace(bad: OutboxEvent, error: type[Exception]) -> None:
    write([opened()])
    with pytest.raises(error):
        write([seen(BOB, "Bob"), bad])
    assert not User.objects.exists()


@pytest.mark.parametrize("orphan", [changed(Status.IN_GAME, version=3), joined(BOB, "Bob"), left(BOB)])
def test_what_happens_in_a_room_that_was_never_opened_is_an_error(orphan: OutboxEvent) -> None:
    with pytest.raises(IntegrityError):
        write([orphan])


def test_a_database_that_went_away_is_an_operational_error_and_a_new_connection_helps() -> None:
    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(OperationalError):
        write([seen(ANN, "Ann")])
    connection.close()
    write([seen(ANN, "Ann")])
    assert User.objects.exists()


def test_a_long_batch_takes_no_more_queries_than_a_short_one() -> None:
    with CaptureQueriesContext(connection) as short:
        write(evening())
    crowd = [joined(str(UUID(int=number)), f"Guest {number}") for number in range(100)]
    with CaptureQueriesContext(connection) as long:
        write([*evening(), *crowd])
    assert len(long) <= len(short) < 20


def test_every_kind_of_event_has_a_writer() -> None:
    assert {kind for kind, _ in WRITERS} == set(get_args(OutboxEvent))
