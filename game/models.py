"""The tables of games that are over: who won, who was what, their tapes. A game that still runs is in Redis only."""

import uuid

from django.db import models
from django.utils import timezone

from accounts.models import User
from game.engine.state import Role, Side


class Game(models.Model):
    """A finished game."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    room_id = models.UUIDField()
    winner = models.CharField(max_length=9, choices=[(side.value, side.value) for side in Side])
    total_rounds = models.PositiveIntegerField("rounds")
    bots = models.PositiveSmallIntegerField(default=0, db_default=0)
    # Whether strangers were brought together for it: only such games among people are rated.
    matched = models.BooleanField(default=False, db_default=False)
    # Whether the ratings count it: each game at most once, however often it is told.
    rated = models.BooleanField(default=False, db_default=False)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "games"
        constraints = (
            models.CheckConstraint(condition=models.Q(winner__in=[side.value for side in Side]), name="games_winner"),
        )
        indexes = (
            models.Index("room_id", "started_at", name="games_of_room"),
            models.Index(models.F("started_at").desc(), name="games_started_at"),
        )

    def __str__(self) -> str:
        """Return when it was; what else tells games apart is their id."""
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class GameRole(models.Model):
    """Who was what, known to the records only after the end."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    game = models.ForeignKey(Game, models.CASCADE, related_name="roles", db_index=False)
    # A bare id, as in the design: a game is written and listed whether or not its players are (null: LEFT JOIN).
    user = models.ForeignKey(User, models.DO_NOTHING, null=True, related_name="roles", db_constraint=False)
    role = models.CharField(max_length=9, choices=[(role.value, role.value) for role in Role])
    left = models.BooleanField(default=False, db_default=False)

    class Meta:
        db_table = "game_roles"
        constraints = (
            models.UniqueConstraint(fields=["game", "user"], name="game_roles_one_a_user"),
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="game_roles_role"),
        )

    def __str__(self) -> str:
        """Return the role."""
        return self.role

    @property
    def won(self) -> bool:
        """Whether the side of this role won."""
        return (self.role == Role.MAFIA) is (self.game.winner == Side.MAFIA)


class GameTape(models.Model):
    """What each seat of a game was shown. In a table of its own, so that whoever lists games does not load it."""

    game = models.OneToOneField(Game, models.CASCADE, primary_key=True, related_name="tape")
    # The other address of the game, where nobody has a name: from here none leads to the first.
    nameless_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    packed = models.BinaryField()

    class Meta:
        db_table = "game_tapes"

    def __str__(self) -> str:
        """Return the game's id."""
        return str(self.pk)
