"""What a moderator sees of games: those that are over. There is nothing here to tell a live role from."""

from typing import ClassVar

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.admin import TRACES, RecordAdmin, RecordInline
from game.models import Game, GameRole

TRACES["Games"] = "game_gamerole_changelist"


class RoleInline(RecordInline):
    """Who was what in this game."""

    model = GameRole
    fields = readonly_fields = ("person", "role", "left")
    ordering = ("role", "user_id")


@admin.register(Game)
class GameAdmin(RecordAdmin):
    """Finished games, the latest first."""

    list_display: tuple[str, ...] = (
        "started_at",
        "ended_at",
        "winner",
        "total_rounds",
        "bots",
        "matched",
        "rated",
        "room_id",
    )
    list_filter = ("winner", "matched", "rated", "started_at")
    search_fields: ClassVar[tuple[str, ...]] = ("=roles__user__username",)
    search_help_text = "A player's name, or the id of a game, room or player"
    id_fields = ("id", "room_id", "roles__user")
    date_hierarchy = "started_at"
    ordering = ("-started_at",)
    fields: ClassVar[tuple[str, ...]] = (
        "id",
        "room_id",
        "winner",
        "total_rounds",
        "bots",
        "matched",
        "rated",
        "started_at",
        "ended_at",
        "replay",
    )
    readonly_fields = ("replay",)
    inlines = (RoleInline,)

    @admin.display(description="replay")
    def replay(self, row: Game) -> SafeString:
        """Lead to what everybody saw and said, to trace abuse."""
        return format_html('<a href="{0}">{0}</a>', reverse("game:replay", args=[row.pk]))


@admin.register(GameRole)
class GameRoleAdmin(RecordAdmin):
    """Who played what and when: the games of one person."""

    list_display = ("game", "person", "role", "winner", "left")
    list_filter = ("role", "left", "game__winner", "game__started_at")
    list_select_related = ("game", "user")
    search_fields = ("=user__username",)
    search_help_text = "A player's name, or the id of a player or game"
    id_fields = ("user", "game")
    date_hierarchy = "game__started_at"
    ordering = ("-game__started_at", "id")

    @admin.display(ordering="game__winner")
    def winner(self, row: GameRole) -> str:
        """Return who won."""
        return row.game.winner
