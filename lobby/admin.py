"""What a moderator sees of rooms: which there were, who sat there and who reported whom; it tells no live role."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts.admin import TRACES, RecordAdmin, RecordInline, link
from game.admin import GameAdmin
from game.engine.state import Status
from game.ledger import moment
from game.models import Game
from lobby.models import Report, Room, RoomPlayer

TRACES["Rooms"] = "lobby_roomplayer_changelist"
TRACES["Reports"] = "lobby_report_changelist"


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


@admin.register(Report)
class ReportAdmin(RecordAdmin):
    """Reports, the latest first; those of a game that goes on are not shown before it is over."""

    list_display = ("reported_at", "reason", "person", "by", "place")
    list_filter = ("reason", "reported_at")
    list_select_related = ("user", "reporter", "room")
    search_fields = ("=user__username", "=username", "=reporter__username", "=room__room_code")
    search_help_text = "A player's name, a code, or the id of a report, player, room or game"
    id_fields = ("id", "user", "reporter", "room", "game_id")
    date_hierarchy = "reported_at"
    ordering = ("-reported_at", "id")
    fields = ("reported_at", "reason", "person", "username", "by", "place", "game", "talk")
    readonly_fields = ("person", "by", "place", "game", "talk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out those of games that go on: what a reporter heard may tell who is who."""
        is_recorded = Exists(Game.objects.filter(pk=OuterRef("game_id")))
        is_over = Q(game_id=None) | Q(room__status=Status.ENDED.value) | is_recorded
        return super().get_queryset(request).filter(is_over)

    @admin.display(description="reported by", ordering="reporter__username")
    def by(self, report: Report) -> SafeString:
        """Return who reported, as a link."""
        return link(report.reporter, "accounts_user_change", report.reporter_id)

    @admin.display(description="room", ordering="room__room_code")
    def place(self, report: Report) -> SafeString:
        """Return the code of the room, as a link."""
        return link(report.room, "lobby_room_change", report.room_id)

    @admin.display
    def game(self, report: Report) -> SafeString | str:
        """Return the game as a link; between two games there is none."""
        return link(report.game_id, "game_game_change", report.game_id) if report.game_id else "-"

    @admin.display(description="what was said")
    def talk(self, report: Report) -> SafeString:
        """Return the talk line by line, with a sign at what was reported."""
        lines = (_told(report, line) for line in report.context)
        return format_html_join("", "<div>{} {} ({}) <b>{}</b>: {}</div>", lines)


def _told(report: Report, line: dict[str, Any]) -> tuple[str, ...]:
    mark = "▶" if line["id"] == str(report.message_id) else ""
    name = line["username"] or line["user_id"]
    return mark, f"{moment(line['at']):%H:%M:%S}", line["channel"], name, line["message"]


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
