"""What the gateway itself refuses, and which codes each namespace may use; the rules' no is the engine's."""

from enum import StrEnum
from typing import Final

from game.engine.refusals import REASONS, Refusal


class Misuse(StrEnum):
    """A frame that is none of the protocol's: no honest client sends it. Answered, counted, closed when it goes on."""

    NOT_JSON = "not_json"
    UNKNOWN_TYPE = "unknown_type"
    TOO_LARGE = "too_large"
    BINARY = "binary"


class Denial(StrEnum):
    """A known event that never reached the game."""

    NOT_IDENTIFIED = "not_identified"
    ALREADY_IDENTIFIED = "already_identified"
    BANNED = "banned"
    WRONG_SOCKET = "wrong_socket"
    UNAVAILABLE = "unavailable"


Code = Refusal | Denial | Misuse

_OURS: Final[dict[Misuse | Denial, str]] = {
    Misuse.NOT_JSON: "A frame has to be one JSON object with a `type`.",
    Misuse.UNKNOWN_TYPE: "There is no such event.",
    Misuse.TOO_LARGE: "A frame may have at most 4 KiB.",
    Misuse.BINARY: "Frames are text, not binary.",
    Denial.NOT_IDENTIFIED: "Say who you are first: auth:identify.",
    Denial.ALREADY_IDENTIFIED: "You have said who you are.",
    Denial.BANNED: "You are banned from this site.",
    Denial.WRONG_SOCKET: "A socket that looks on does nothing else, and no other looks on.",
    Denial.UNAVAILABLE: "The server cannot do that right now. Try again in a moment.",
}

_ALWAYS: Final = (Refusal.INVALID, Refusal.RATE_LIMITED, Denial.UNAVAILABLE)
_IDENTIFIED: Final = (*_ALWAYS, Denial.NOT_IDENTIFIED, Denial.WRONG_SOCKET)
_SEATED: Final = (*_IDENTIFIED, Refusal.NOT_IN_ROOM, Refusal.NOT_FOUND, Refusal.WRONG_PHASE)

CODES: Final[dict[str, tuple[Code, ...]]] = {
    "protocol": (*Misuse, *_ALWAYS, Denial.NOT_IDENTIFIED),
    "auth": (*_ALWAYS, Denial.ALREADY_IDENTIFIED, Denial.BANNED),
    "matchmaking": (*_IDENTIFIED, Refusal.ALREADY_IN_ROOM),
    "room": (
        *_SEATED,
        Refusal.ALREADY_IN_ROOM,
        Refusal.FULL,
        Refusal.IN_GAME,
        Refusal.ENDED,
        Refusal.KICKED,
        Refusal.NOT_HOST,
        Refusal.NOT_READY,
        Refusal.TOO_FEW,
    ),
    "action": (*_SEATED, Refusal.DEAD, Refusal.NOT_ALLOWED, Refusal.BAD_TARGET),
    "chat": (*_SEATED, Refusal.MUTED),
    "vote": (*_SEATED, Refusal.DEAD, Refusal.BAD_TARGET),
}
"""The codes of `<namespace>:error`; the tests hold every frame to them. `protocol` answers `ping` too."""


def sentence(code: Code) -> str:
    """The reason in one English sentence."""
    return REASONS[code] if isinstance(code, Refusal) else _OURS[code]


def namespace(event: str) -> str:
    """The part of an event's name that its refusal is named after."""
    head, colon, _ = event.partition(":")
    return head if colon else "protocol"
