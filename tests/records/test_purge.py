"""Guests who came once and left no trace go; whoever a record names, a moderator dealt with, or is staff stays."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.management.commands import purge_guests
from accounts.models import User
from game import ledger
from game.models import Game, GameRole
from lobby.models import Report, Room, RoomPlayer
from matchmaking.models import Rating
from tests.records.story import ANN, BOB, ROOM, evening

pytestmark = pytest.mark.django_db(transaction=True)


def guest(days: float = 91, **fields: Any) -> User:
    return User.objects.create(username="Ann", last_seen=timezone.now() - timedelta(days=days), **fields)


def purged(*options: str) -> str:
    said = StringIO()
    call_command("purge_guests", *options, stdout=said)
    return said.getvalue().strip()


def left() -> set[UUID]:
    return set(User.objects.values_list("pk", flat=True))


def test_who_was_not_seen_for_so_long_goes_and_nobody_else() -> None:
    guest()
    stays = guest(89)
    assert purged() == "guests deleted: 1"
    assert left() == {stays.pk}
    assert purged("--days", "88") == "guests deleted: 1"


def test_a_dry_run_only_counts() -> None:
    guest()
    assert purged("--dry-run") == "guests to delete: 1"
    assert User.objects.count() == 1


def test_many_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge_guests, "BATCH", 2)
    users = [guest(days) for days in (91, 1, 91, 91, 2, 91, 91)]
    assert purged() == "guests deleted: 5"
    assert left() == {users[1].pk, users[4].pk}


def test_everybody_of_an_evening_stays_whole() -> None:
    ledger.write(evening())
    User.objects.update(last_seen=timezone.now() - timedelta(days=400))
    tables = (Game, GameRole, Room, RoomPlayer, Report, Rating)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    assert purged() == "guests deleted: 0"
    assert left() == {UUID(ANN), UUID(BOB)}
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before


def hosted(user: User) -> None:
    Room.objects.create(room_code="ABCDEF", max_players=8, host=user)


def sat(user: User) -> None:
    RoomPlayer.objects.create(room=Room.objects.create(room_code="ABCDEF", max_players=8), user=user)


def played(user: User) -> None:
    game = Game.objects.create(room_id=uuid4(), winner="mafia", total_rounds=1)
    GameRole.objects.create(game=game, user=user, role="doctor")


def rated(user: User) -> None:
    Rating.objects.create(user=user)


def was_reported(user: User) -> None:
    _report(user=user, reporter=guest(1))


def did_report(user: User) -> None:
    _report(user=guest(1), reporter=user)


def _report(**people: User) -> None:
    room = Room.objects.create(id=ROOM, room_code="ABCDEF", max_players=8)
    Report.objects.create(room=room, username="Bob", reason="insult", context=[], **people)


def was_dealt_with(user: User) -> None:
    kind = ContentType.objects.get_for_model(User)
    LogEntry.objects.create(user=guest(1), content_type=kind, object_id=str(user.pk), action_flag=CHANGE)


def is_in_a_group(user: User) -> None:
    user.groups.add(Group.objects.create(name="testers"))


TRACES = (hosted, sat, played, rated, was_reported, did_report, was_dealt_with, is_in_a_group)


@pytest.mark.parametrize("trace", TRACES)
def test_whoever_left_any_trace_stays(trace: Callable[[User], None]) -> None:
    user = guest()
    trace(user)
    assert purged() == "guests deleted: 0"
    assert user.pk in left()


@pytest.mark.parametrize(
    "mark", [{"is_active": False}, {"is_guest": False}, {"is_staff": True}, {"is_superuser": True}, {"login": "ann"}]
)
def test_the_banned_and_whoever_may_log_in_stay(mark: dict[str, Any]) -> None:
    guest(**mark)
    assert purged() == "guests deleted: 0"


@pytest.mark.parametrize("days", ["0", "-1", "x", "1e3", "999999999"])
def test_days_are_one_or_more(days: str) -> None:
    with pytest.raises(CommandError, match="1 or more"):
        purged(f"--days={days}")
