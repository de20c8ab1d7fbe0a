"""What a moderator sees of ratings: who stands where, and who keeps leaving. Players are shown none of it."""

from django.contrib import admin

from accounts.admin import TRACES, RecordAdmin
from matchmaking.models import Rating

TRACES["Rating"] = "matchmaking_rating_changelist"


@admin.register(Rating)
class RatingAdmin(RecordAdmin):
    """Everybody who has played among people, the latest first."""

    list_display = ("person", "mu", "sigma", "games", "won", "left_games", "updated_at")
    list_filter = ("updated_at",)
    list_select_related = ("user",)
    search_fields = ("=user__username",)
    search_help_text = "A player's name or id"
    id_fields = ("user",)
    date_hierarchy = "updated_at"
    ordering = ("-updated_at", "user_id")

    @admin.display(description="wins", ordering="wins")
    def won(self, row: Rating) -> str:
        """Return how many games, and which share of all."""
        return f"{row.wins} ({row.win_rate:.0%})"

    @admin.display(description="left", ordering="left")
    def left_games(self, row: Rating) -> str:
        """Return how many games, and which share of all."""
        return f"{row.left} ({row.leave_rate:.0%})"
