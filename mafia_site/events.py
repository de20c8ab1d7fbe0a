"""The whole map from client event to handler, explicit, no magic; and the decoder that lets nothing else in."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, Union

from msgspec import DecodeError, Struct, ValidationError, json

import game.handlers
import game.reports
import game.wire
import lobby.handlers
import lobby.wire
import matchmaking.handlers
import matchmaking.wire
from game.engine.refusals import Refusal
from game.house import House
from game.session import Socket
from mafia_site import frames, wire
from mafia_site.refusals import Misuse

Handler = Callable[[House, Socket, Any], Awaitable[Refusal | None]]


class Malformed(Struct, frozen=True):
    """The answer to a frame that is none of the protocol's."""

    answer: bytes


class Invalid(Struct, frozen=True):
    """A known event with a missing, wrong or out-of-range field, and the answer to it."""

    name: str
    ref: str | None
    answer: bytes


def name_of(event: Struct | type[Struct]) -> str:
    """What the event is called on the wire."""
    return event.name if isinstance(event, Invalid) else str(event.__struct_config__.tag)


EVENTS: Final[dict[type[Any], Handler]] = {
    matchmaking.wire.MatchmakingJoin: matchmaking.handlers.join,
    matchmaking.wire.MatchmakingLeave: matchmaking.handlers.leave,
    lobby.wire.RoomCreate: lobby.handlers.create,
    lobby.wire.RoomJoin: lobby.handlers.join,
    lobby.wire.RoomWatch: lobby.handlers.watch,
    lobby.wire.RoomLeave: matchmaking.handlers.leave_room,
    lobby.wire.RoomReady: lobby.handlers.ready,
    lobby.wire.RoomUnready: lobby.handlers.unready,
    lobby.wire.RoomKick: lobby.handlers.kick,
    lobby.wire.RoomAddBot: lobby.handlers.add_bot,
    lobby.wire.RoomRemoveBot: lobby.handlers.remove_bot,
    lobby.wire.RoomStart: lobby.handlers.start,
    lobby.wire.RoomSettings: lobby.handlers.configure,
    lobby.wire.RoomRematch: lobby.handlers.rematch,
    lobby.wire.RoomSync: lobby.handlers.sync,
    game.wire.MafiaKill: game.handlers.mafia_kill,
    game.wire.DoctorSave: game.handlers.doctor_save,
    game.wire.DetectiveInspect: game.handlers.detective_inspect,
    game.wire.Done: game.handlers.done,
    game.wire.ChatSend: game.handlers.say,
    game.wire.ChatReport: game.reports.report,
    game.wire.VoteCast: game.handlers.cast_vote,
}
"""Events about rooms and games. `auth:identify` and `ping` are the gateway's own."""

CLIENT_EVENTS: Final[tuple[type[Any], ...]] = (wire.AuthIdentify, wire.Ping, *EVENTS)
NAMES: Final = {name_of(event) for event in CLIENT_EVENTS}
MAX_BYTES: Final = 4096

_decoder: Final = json.Decoder(Union[CLIENT_EVENTS])  # noqa: UP007 -- made from the table


class _Head(Struct):
    type: str
    ref: Any = None


_heads: Final = json.Decoder(_Head)


def decode(text: str) -> Struct | Malformed | Invalid:
    """The event in a client frame, or how to answer when there is none; never raises."""
    raw = text[: MAX_BYTES + 1].encode("utf-8", "replace")
    if len(raw) > MAX_BYTES:
        return Malformed(frames.malformed(Misuse.TOO_LARGE))
    try:
        return _decoder.decode(raw)  # type: ignore[no-any-return]
    except ValidationError as error:
        return _explained(raw, str(error))
    except (DecodeError, RecursionError, ValueError):
        return Malformed(frames.malformed(Misuse.NOT_JSON))


def _explained(raw: bytes, error: str) -> Malformed | Invalid:
    try:
        head = _heads.decode(raw)
    except (DecodeError, RecursionError):
        return Malformed(frames.malformed(Misuse.NOT_JSON))
    if head.type not in NAMES:
        return Malformed(frames.malformed(Misuse.UNKNOWN_TYPE))
    ref = head.ref if isinstance(head.ref, str) and 1 <= len(head.ref) <= game.wire.MAX_REF else None
    return Invalid(head.type, ref, frames.refused(head.type, Refusal.INVALID, error.replace("`$.", "`"), ref))
