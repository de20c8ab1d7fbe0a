"""Where a request or a handshake comes from; believes no header but the one that our own proxy sets."""

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

_HOUSEHOLD: Final = 64
"""How many bits of an IPv6 address name one visitor's network: the rest are the visitor's own to choose."""


def of_scope(scope: Mapping[str, Any]) -> str:
    """The client's address: as the proxy's own header says where one is configured, else the peer's; "" if unknown."""
    header = settings.CLIENT_ADDRESS_HEADER.lower().encode()
    named = [value.decode("latin-1") for name, value in scope["headers"] if header and name == header]
    client = scope.get("client")
    return _whom(",".join(named) or (client[0] if client else ""))


def of_request(request: HttpRequest) -> str:
    """The same for a page."""
    named = request.headers.get(settings.CLIENT_ADDRESS_HEADER) if settings.CLIENT_ADDRESS_HEADER else None
    return _whom(named or str(request.META.get("REMOTE_ADDR", "")))


def is_local(address: str) -> bool:
    """Whether it is this machine itself."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return not address


def _whom(raw: str) -> str:
    """The last of the addresses that a header names, which is the one that our proxy saw; IPv6 as its network."""
    last = raw.rpartition(",")[2].strip()
    try:
        address = ip_address(last)
    except ValueError:
        return last
    if isinstance(address, IPv6Address) and not address.is_loopback:
        return str(ip_network((address, _HOUSEHOLD), strict=False).network_address)
    return str(address)
