"""What a client may say about itself and its connection; the rooms' and the game's events live in their apps."""

from typing import Annotated

from msgspec import Meta

from game.wire import Event


class AuthIdentify(Event, frozen=True, kw_only=True, tag="auth:identify"):
    """Say who is there: a name, and for clients without cookies the token of an earlier `auth:success`.

    A socket that says `watch` only looks on (`room:watch`), without a seat, and leaves the user's other sockets alone.
    """

    username: Annotated[str, Meta(max_length=200)]
    token: Annotated[str, Meta(max_length=500)] | None = None
    watch: bool = False


class Ping(Event, frozen=True, kw_only=True, tag="ping"):
    """Ask for the server's clock, and prove that one still reads."""
