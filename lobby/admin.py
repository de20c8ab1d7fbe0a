"""What a moderator sees of rooms: which there were, who sat in them and when. Live rooms show no more than others."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.admin import TRACES, RecordAdmin, RecordInline, link
from game.admin import GameAdmin
from game.models import Game
from lobby.models import Room, RoomPlayer

TRACES["Rooms"] = "lobby_roomplayer_changelist"


class StayInline(RecordInline):
    """Who sat in this room, in the order of coming."""

    model = RoomPlayer
    fields = readonly_fields = ("person", "joined_at", "left_at", "was_kicked")
    ordering = ("joined_at", "id")


@admin.register(Room)
class RoomAdmin(RecordAdmin):
    """Rooms, the latest first."""

    list_display = ("room_code", "status", "is_public", "max_players", "host", "created_at", "ended_at")
    list_filter = ("status", "is_public", "created_at")
    list_select_related = ("host",)
    search_fields = ("=room_code", "=players__user__username")
    search_help_text = "A code, a player's name, or the id of a room or player"
    id_fields = ("id", "players__user")
    date_hierarchy = "created_at"
    ordering = ("-created_at",)
    fields = ("room_code", "id", "status", "is_public", "max_players", "host", "created_at", "ended_at", "games")
    readonly_fields = ("games",)
    inlines = (StayInline,)

    @admin.display
    def games(self, room: Room) -> SafeString:
        """Link to what was played here."""
        games = reverse("admin:game_game_changelist")
        return format_html(
            '<a href="{}?room_id={}">{}</a>', games, room.pk, Game.objects.filter(room_id=room.pk).count()
        )


@admin.register(RoomPlayer)
class RoomPlayerAdmin(RecordAdmin):
    """Stays, the latest first: the rooms of one person, or one evening."""

    list_display = ("joined_at", "left_at", "person", "place", "was_kicked")
    list_filter = ("was_kicked", "joined_at")
    list_select_related = ("user", "room")
    search_fields = ("=user__username", "=room__room_code")
    search_help_text = "A player's name, a code, or the id of a player or room"
    id_fields = ("user", "room")
    date_hierarchy = "joined_at"
    ordering = ("-joined_at", "id")

    @admin.display(description="room", ordering="room__room_code")
    def place(self, stay: RoomPlayer) -> SafeString:
        """Return the code of the room, as a link."""
        return link(stay.room, "lobby_room_change", stay.room_id)


admin.site.unregister(Game)


@admin.register(Game)
class RoomGameAdmin(GameAdmin):
    """Games as `game` shows them, and with the code of their room, which only `lobby` knows."""

    list_display = (*GameAdmin.list_display[:-1], "room")
    search_fields = (*GameAdmin.search_fields, "=code")
    search_help_text = "A player's name, a code, or the id of a game, room or player"
    fields = ("id", "room", *GameAdmin.fields[2:])
    readonly_fields = ("room",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Bring the code along."""
        code = Room.objects.filter(pk=OuterRef("room_id")).values("room_code")
        games = super().get_queryset(request).annotate(code=Subquery(code))
        return cast("QuerySet[Any]", games)

    @admin.display(ordering="code")
    def room(self, game: Any) -> SafeString:
        """Return the room as a link, by its id when its row is missing."""
        return link(game.code or game.room_id, "lobby_room_change", game.room_id)
