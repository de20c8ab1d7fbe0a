"""How many sockets there are of one address, and the cookies of a handshake; decides by no name or cookie."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import Any, Final

MAX_PER_ADDRESS: Final = 50
_present: Counter[str] = Counter()


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
