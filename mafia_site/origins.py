"""Which pages may open a socket: those of this site, by their full origin; the host alone would let other ports in."""

from typing import Any

from channels.security.websocket import WebsocketDenier
from django.conf import settings


class SameSite:
    """Refuses a handshake from elsewhere with 403, before it is accepted."""

    def __init__(self, application: Any) -> None:
        """Guard this application."""
        self._application = application

    async def __call__(self, scope: Any, receive: Any, send: Any) -> Any:
        """Pass the handshake on, or deny it."""
        guarded = self._application if is_welcome(_origin(scope)) else WebsocketDenier()
        return await guarded(scope, receive, send)


def is_welcome(origin: str | None) -> bool:
    """Whether a page of this origin may connect; no origin at all means no browser, which only development lets in."""
    if origin is None:
        return settings.ALLOW_MISSING_ORIGIN
    return origin in settings.ORIGINS


def _origin(scope: dict[str, Any]) -> str | None:
    values = [value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"]
    return values[0] if len(values) == 1 else (None if not values else "")
