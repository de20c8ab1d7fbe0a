"""The tables that anybody may join, as the pages offer them; it shows nobody a table that removed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from game import house as houses
from game.engine.ids import RoomCode
from game.engine.settings import Preset, preset_of
from game.engine.state import RoomState

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_PACES: Final[Mapping[Preset | None, "_StrPromise"]] = {
    Preset.RAPID: _("Rapid"),
    Preset.NORMAL: _("Normal"),
    Preset.RELAXED: _("Relaxed"),
    None: _("Own pace"),
}


@dataclass(frozen=True, slots=True)
class OpenTable:
    """One of them: who asks others in, how many may still come, and how fast they play."""

    code: RoomCode
    host_name: str
    seats_free: int
    max_players: int
    pace: "str | _StrPromise"


async def open_to(user_id: str) -> list[OpenTable]:
    """The tables at which this visitor could sit down now, those with the most people first."""
    rooms = await houses.current().board.rooms()
    return [_offered(room) for room in rooms if user_id not in room.kicked and user_id not in room.players]


def _offered(room: RoomState) -> OpenTable:
    return OpenTable(
        code=room.room_code,
        host_name=room.players[room.host_id].username,
        seats_free=room.max_players - len(room.players),
        max_players=room.max_players,
        pace=_PACES[preset_of(room.settings)],
    )
