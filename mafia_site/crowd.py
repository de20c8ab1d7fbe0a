"""Who is at the other end of a connection, and how many there are of one address; decides by no name or cookie."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import Any, Final

from django.conf import settings

MAX_PER_ADDRESS: Final = 50
_present: Counter[str] = Counter()


def address_of(scope: Mapping[str, Any]) -> str:
    """The client's address: as the proxy's own header says where one is configured, else the peer's."""
    header = settings.CLIENT_ADDRESS_HEADER.lower().encode()
    named = [value.decode("latin-1").strip() for name, value in scope["headers"] if name == header and header]
    client = scope.get("client")
    return named[-1] if named else (client[0] if client else "")


def cookies_of(scope: Mapping[str, Any]) -> dict[str, str]:
    """The cookies of a handshake; none when the header is not one."""
    jar: SimpleCookie = SimpleCookie()
    try:
        for name, value in scope["headers"]:
            if name == b"cookie":
                jar.load(value.decode("latin-1"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


@contextmanager
def counted(address: str) -> Iterator[bool]:
    """Count one more socket of this address; False when it is one too many. This machine itself is not counted."""
    _present[address] += 1
    try:
        yield _is_local(address) or _present[address] <= MAX_PER_ADDRESS
    finally:
        _present[address] -= 1
        if not _present[address]:
            del _present[address]


def _is_local(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return not address
