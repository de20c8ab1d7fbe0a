"""The `player_ratings` table: what people's games say about them. It can be made anew from the games at any time."""

from django.db import models
from django.utils import timezone

from accounts.models import User
from matchmaking.ratings import NEWCOMER


class Rating(models.Model):
    """How somebody stands, by the games among people alone that they have played."""

    # No constraint, as in `game_roles`: a game is rated whether or not its players are recorded yet.
    user = models.OneToOneField(User, models.DO_NOTHING, primary_key=True, related_name="rating", db_constraint=False)
    mu = models.FloatField("skill", default=NEWCOMER.mu)
    sigma = models.FloatField("doubt", default=NEWCOMER.sigma)
    games = models.PositiveIntegerField(default=0)
    wins = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    # When the last of these games ended.
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "player_ratings"

    def __str__(self) -> str:
        """Return the skill and the doubt about it."""
        return f"{self.mu:.1f} ± {self.sigma:.1f}"

    @property
    def win_rate(self) -> float:
        """In which share of the games their side won."""
        return self.wins / self.games if self.games else 0.0

    @property
    def leave_rate(self) -> float:
        """In which share of the games they left."""
        return self.left / self.games if self.games else 0.0
