"""Servers of a scenario's own, to be killed and frozen; what they hold is nobody else's."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from mafia_site import embedded
from mafia_site.embedded import postgres, valkey
from mafia_site.embedded.child import Child, Recipe, stop_orphan
from mafia_site.embedded.places import Places
from tests import servers, settings
from tests.chaos import ground


class Server:
    """A Valkey or a PostgreSQL that may be killed, frozen and started again; `environ` says how to reach it."""

    def __init__(self, recipe: Recipe, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self._recipe = recipe
        self.start()

    def kill(self) -> None:
        """End it at once, as a power cut would; what it had on the disk stays."""
        self._send(signal.SIGKILL)
        self._child.process.wait()

    def freeze(self) -> None:
        """Let it neither answer nor hang up."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._send(signal.SIGCONT)

    def start(self) -> None:
        """Start it again with its data; returns when it answers."""
        stop_orphan(self._recipe)
        self._child = Child(self._recipe)
        self._child.wait_up()

    def stop(self) -> None:
        """End it in order, frozen or not."""
        if not self._child.has_ended():
            self.thaw()
            self._child.stop()

    def _send(self, number: signal.Signals) -> None:
        for pid in (self._child.process.pid, *_children(self._child.process.pid)):
            os.kill(pid, number)


@asynccontextmanager
async def valkey_server(*, durable: bool = True) -> AsyncIterator[Server]:
    """A Valkey of one's own, which loses nothing that it has acknowledged, or everything when it dies."""
    async with ground.aside(_valkey(durable=durable)) as running:
        yield running


@asynccontextmanager
async def postgres_server() -> AsyncIterator[Server]:
    """A PostgreSQL of one's own, with the tables made."""
    async with ground.aside(_postgres()) as running:
        yield running


def folder() -> Path:
    """A new folder that PostgreSQL's account may pass through."""
    made = Path(tempfile.mkdtemp(dir=settings.FOLDER))
    made.chmod(0o711)
    return made


@contextmanager
def _valkey(*, durable: bool) -> Iterator[Server]:
    with _places() as places:
        running = Server(valkey.recipe(places, durable=durable), {"REDIS_URL": places.environ()["REDIS_URL"]})
        try:
            yield running
        finally:
            running.stop()


@contextmanager
def _postgres() -> Iterator[Server]:
    with _places() as places:
        postgres.make_cluster(places, durable=False)
        url = places.environ()["DATABASE_URL"]
        running = Server(postgres.recipe(places, durable=False), {"DATABASE_URL": url})
        try:
            servers.migrate(url)
            yield running
        finally:
            running.stop()


@contextmanager
def _places() -> Iterator[Places]:
    places = embedded.lay_out(folder())
    places.make()
    yield places
    shutil.rmtree(places.directory)


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = (line.split() for line in listed.splitlines())
    return [int(child) for child, parent in pairs if int(parent) == pid]
