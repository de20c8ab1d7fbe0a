"""How many sockets there are of one address, and the cookies of a handshake; decides by no name or cookie."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from django.http import parse_cookie

from accounts.address import is_local

MAX_PER_ADDRESS: Final = 50
_present: Counter[str] = Counter()


def cookies_of(scope: Mapping[str, Any]) -> dict[str, str]:
    """The cookies of a handshake, read as the pages read them: an odd one beside ours must not hide ours."""
    return parse_cookie("; ".join(value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"))


@contextmanager
def counted(address: str) -> Iterator[bool]:
    """Count one more socket of this address; False when it is one too many. This machine itself is not counted."""
    _present[address] += 1
    try:
        yield is_local(address) or _present[address] <= MAX_PER_ADDRESS
    finally:
        _present[address] -= 1
        if not _present[address]:
            del _present[address]
