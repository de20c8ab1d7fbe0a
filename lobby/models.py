"""The tables of rooms, of who sat in them, and of what they reported of each other. Live seats are in Redis."""

import uuid

from django.db import models
from django.utils import timezone

from accounts.models import User
from accounts.names import LONGEST
from game.engine.setup import MAX_SEATS, MIN_SEATS
from game.engine.state import Status
from game.outbox import ReportReason


class Room(models.Model):
    """A room as last heard of."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    room_code = models.CharField("code", max_length=6, unique=True)
    is_public = models.BooleanField("public", default=False)
    status = models.CharField(
        max_length=7,
        choices=[(status.value, status.value.replace("_", " ")) for status in Status],
        default=Status.LOBBY.value,
    )
    max_players = models.PositiveSmallIntegerField("seats")
    # Of the last change heard of: one that was held up must not land on a newer one, and a time could not tell two
    # changes of one millisecond apart.
    version = models.PositiveIntegerField(default=0, db_default=0)
    # A bare id, as in the design: a room is written and listed whether or not its host is (null: LEFT JOIN).
    host = models.ForeignKey(User, models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False)
    created_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "rooms"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in Status]), name="rooms_status"
            ),
            models.CheckConstraint(
                condition=models.Q(max_players__range=(MIN_SEATS, MAX_SEATS)), name="rooms_max_players"
            ),
        )
        indexes = (models.Index(models.F("created_at").desc(), name="rooms_created_at"),)

    def __str__(self) -> str:
        """Return the code, which is for ever this room's."""
        return self.room_code


class RoomPlayer(models.Model):
    """One stay of a user in a room, from sitting down to leaving."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    room = models.ForeignKey(Room, models.PROTECT, related_name="players", db_index=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="stays", db_index=False)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)
    was_kicked = models.BooleanField("kicked", default=False, db_default=False)

    class Meta:
        """As in the system design; the indexes answer "who sat with whom, and when"."""

        db_table = "room_players"
        verbose_name = "stay"
        indexes = (
            models.Index("room", "joined_at", name="room_players_of_room"),
            models.Index("user", models.F("joined_at").desc(), name="room_players_of_user"),
            models.Index(models.F("joined_at").desc(), name="room_players_joined_at"),
        )

    def __str__(self) -> str:
        """Return when they sat down."""
        return f"{self.joined_at:%Y-%m-%d %H:%M}"


class Report(models.Model):
    """That one player reported another, with what was said around it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    room = models.ForeignKey(Room, models.PROTECT, related_name="reports")
    # A bare id: the game's own row comes with its end, and never if everybody left it. None between two games.
    game_id = models.UUIDField(null=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="reports", verbose_name="reported")
    reporter = models.ForeignKey(User, models.PROTECT, related_name="+")
    username = models.CharField("called", max_length=LONGEST)
    message_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=8, choices=[(reason.value, reason.value) for reason in ReportReason])
    context = models.JSONField()
    reported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "reports"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(reason__in=[reason.value for reason in ReportReason]), name="reports_reason"
            ),
        )
        indexes = (models.Index(models.F("reported_at").desc(), name="reports_reported_at"),)

    def __str__(self) -> str:
        """Return what for, and when."""
        return f"{self.reason}, {self.reported_at:%Y-%m-%d %H:%M}"
