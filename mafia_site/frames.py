"""The frames that the gateway itself sends; everything about a game comes out of the projection."""

from typing import Final, get_args

from msgspec import UNSET, Struct, UnsetType, json

from game.engine.frames import AnyFrame, Frame
from game.engine.ids import UserId
from mafia_site.refusals import Code, Misuse, namespace, sentence
from matchmaking.frames import MatchmakingFound, MatchmakingLeft, MatchmakingStatus


class AuthSuccess(Frame, frozen=True, tag="auth:success"):
    """Who the server takes the client for, and the token that proves it next time."""

    user_id: UserId
    username: str
    token: str
    is_guest: bool


class Ack(Frame, frozen=True, tag="ack"):
    """The change that came with this ref is in Redis."""

    ref: str


class Pong(Frame, frozen=True, tag="pong"):
    """The server's clock (ms)."""

    at: int


class Refused(Struct, frozen=True, rename="camel"):
    """The answer to an event that was not accepted; `type` is `<namespace>:error`."""

    type: str
    code: str
    reason: str
    event: str
    ref: str | UnsetType = UNSET


_SEARCH: Final = (MatchmakingStatus, MatchmakingFound, MatchmakingLeft)
SERVER_FRAMES: Final[tuple[type[Frame], ...]] = (AuthSuccess, *_SEARCH, *get_args(AnyFrame), Ack, Pong)
"""Every frame that the server may send, but for the refusals."""


def refused(event: str, code: Code, reason: str, ref: str | None = None) -> bytes:
    """The encoded refusal, in the namespace of the event it answers."""
    return json.encode(Refused(f"{namespace(event)}:error", code, reason, event, ref or UNSET))


def malformed(code: Misuse) -> bytes:
    """The encoded answer to a frame that is none of the protocol's."""
    return json.encode(Refused("protocol:error", code, sentence(code), ""))
