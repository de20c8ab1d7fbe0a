"""Where the site will listen and under which names people reach it; it opens no page."""

import contextlib
import errno
import socket
from dataclasses import dataclass

from mafia_site.embedded.child import Trouble

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never bound unless asked for
# Reserved for documentation: a route is looked up for it, nothing is sent.
AWAY = ("192.0.2.1", 9)


@dataclass(frozen=True)
class Address:
    """A host and a port that were free a moment ago."""

    host: str
    port: int

    @property
    def urls(self) -> list[str]:
        """Every address to type into a browser, the best first."""
        return [f"http://{name}:{self.port}" for name in self.names]

    @property
    def names(self) -> list[str]:
        """Every host name of ours that a browser may send."""
        if self.host in EVERYWHERE:
            return list(dict.fromkeys(["127.0.0.1", "localhost", *_own_addresses()]))
        bracketed = f"[{self.host}]" if ":" in self.host else self.host
        return [bracketed, "localhost"] if self.host in {"127.0.0.1", "::1"} else [bracketed]


def free(host: str, port: int) -> Address:
    """Return the address if nothing listens there; port 0 means any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Trouble(_refusal(host, port, error)) from None
        return Address(host, probe.getsockname()[1])


def answers(address: Address) -> bool:
    """Tell whether something accepts connections there."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address.host, address.host)  # noqa: S104 - compared with
    with contextlib.suppress(OSError), socket.create_connection((host, address.port), timeout=1):
        return True
    return False


def _refusal(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is taken by another program: try `make run PORT={port + 1}`."
    return f"Cannot listen on {host} port {port}: {error}."


def _own_addresses() -> list[str]:
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(AWAY)
        return [str(probe.getsockname()[0])]
    return []
