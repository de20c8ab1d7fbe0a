"""Where a request or a handshake comes from; believes no header but the one that our own proxy sets."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest


def of_scope(scope: Mapping[str, Any]) -> str:
    """The client's address: as the proxy's own header says where one is configured, else the peer's; "" if unknown."""
    header = settings.CLIENT_ADDRESS_HEADER.lower().encode()
    named = [value.decode("latin-1").strip() for name, value in scope["headers"] if header and name == header]
    client = scope.get("client")
    return named[-1] if named else (client[0] if client else "")


def of_request(request: HttpRequest) -> str:
    """The same for a page."""
    named = request.headers.get(settings.CLIENT_ADDRESS_HEADER) if settings.CLIENT_ADDRESS_HEADER else None
    return named or str(request.META.get("REMOTE_ADDR", ""))
