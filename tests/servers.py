"""Real server processes of this checkout, on free ports, for the tests that need some; it leaves nothing behind.

    with servers.site(gateways=2, server="uvicorn") as site:
        site.urls, site.gateways[0].kill(), site.gateways[0].start(), site.gateways[0].log

A site has a Redis database of its own on the session's server, so that no other test's records, rooms or clean-up
meet it, and shares one migrated PostgreSQL database with the other sites. It needs the fixture `servers`.
"""

import contextlib
import functools
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

import psycopg
import pytest
import redis
from psycopg import sql

from mafia_site.embedded.child import Child, Recipe

ROOT = Path(__file__).resolve().parent.parent
Kind = Literal["daphne", "uvicorn"]
# The other tests use database 0.
_free_numbers = list(range(15, 0, -1))


class Gateway:
    """One server process, which may be killed and started again on the same port."""

    def __init__(self, port: int, *, kind: Kind, environ: Mapping[str, str], folder: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.port = port
        self._recipe = Recipe(
            name=f"The gateway on port {port}",
            argv=_command(kind, port),
            lock=folder / f"{port}.lock",
            log=folder / f"{port}.log",
            environ={**environ, "PORT": str(port), "HOST": "127.0.0.1"},
            whole_group=True,
            is_up=lambda _pid: self.is_ready(),
        )
        self._child: Child | None = None
        self._killed = False

    @property
    def pid(self) -> int:
        """The process id, of the present process or the last one."""
        return self._running.process.pid

    @property
    def log(self) -> str:
        """Everything that it has written so far, over all its lives."""
        path = self._recipe.log
        return path.read_text(errors="replace") if path and path.exists() else ""

    def start(self) -> None:
        """Start it (again), and return when it wants visitors."""
        self.begin()
        self.wait_ready()

    def begin(self) -> None:
        """Start it, and do not wait."""
        self._child, self._killed = Child(self._recipe), False

    def wait_ready(self) -> None:
        """Return when it wants visitors."""
        self._running.wait_up()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._killed = True
        self.send(signal.SIGKILL)
        self._running.process.wait()

    def stop(self) -> None:
        """Ask it to leave, and wait until it has."""
        if self._child is not None:
            self._child.stop()

    def send(self, number: signal.Signals) -> None:
        """Send it a signal: SIGTERM to leave, SIGSTOP to freeze, SIGCONT to go on."""
        self._running.process.send_signal(number)

    def is_ready(self) -> bool:
        """Whether it wants visitors."""
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=2) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False

    def assert_gone(self) -> None:
        """Make sure that neither the process nor a child of it is left."""
        if self._child is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
            pytest.fail(f"{self._recipe.name} left a process behind")
        code = self._running.process.returncode
        assert self._killed or code in {0, -signal.SIGTERM}, f"{self._recipe.name} ended with {code}:\n{self.log}"

    @property
    def _running(self) -> Child:
        assert self._child is not None, f"{self._recipe.name} was never started"
        return self._child


@dataclass(frozen=True)
class Site:
    """One or more gateways over one Redis and one PostgreSQL."""

    gateways: Sequence[Gateway]
    environ: Mapping[str, str]

    @property
    def urls(self) -> list[str]:
        """Where the gateways are, as `http://127.0.0.1:port`."""
        return [gateway.url for gateway in self.gateways]

    @property
    def url(self) -> str:
        """Where the first gateway is."""
        return self.urls[0]

    @property
    def log(self) -> str:
        """What all gateways have written."""
        return "".join(gateway.log for gateway in self.gateways)

    def redis(self) -> redis.Redis:
        """A plain connection to the site's Redis; close it."""
        return redis.Redis.from_url(self.environ["REDIS_URL"])

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """What the records say."""
        with psycopg.connect(self.environ["DATABASE_URL"]) as records:
            return records.execute(query.encode(), values).fetchall()


@contextlib.contextmanager
def site(gateways: int = 1, server: Kind = "daphne", env: Mapping[str, str] | None = None) -> Iterator[Site]:
    """Run a site: daphne is what `make run` gives, uvicorn is production; `env` wins over everything."""
    folder = Path(tempfile.mkdtemp(prefix="mafia-site-"))
    ports = _free_ports(gateways)
    with _redis_database(env or {}) as redis_url:
        environ = _environ(ports, redis_url) | dict(env or {})
        running = Site([Gateway(port, kind=server, environ=environ, folder=folder) for port in ports], environ)
        try:
            for gateway in running.gateways:
                gateway.begin()
            for gateway in running.gateways:
                gateway.wait_ready()
            yield running
        finally:
            for gateway in running.gateways:
                gateway.stop()
            for gateway in running.gateways:
                gateway.assert_gone()
            shutil.rmtree(folder)


def migrate(url: str) -> None:
    """Make the tables in this PostgreSQL database."""
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity=0"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "mafia_site.settings", "DATABASE_URL": url},
        check=True,
    )


def drop_records() -> None:
    """Remove the sites' PostgreSQL database, if this session has made it."""
    if _records.cache_info().currsize:
        _replace_database(create=False)


@contextlib.contextmanager
def _redis_database(env: Mapping[str, str]) -> Iterator[str]:
    """The address of an empty Redis database that no other running site has: the one asked for, or a free one."""
    number = None if "REDIS_URL" in env else _free_numbers.pop()
    url = env["REDIS_URL"] if number is None else _with_number(os.environ["REDIS_URL"], number)
    with redis.Redis.from_url(url) as live:
        live.flushdb()
    try:
        yield url
    finally:
        if number is not None:
            _free_numbers.append(number)


def _environ(ports: Sequence[int], redis_url: str) -> dict[str, str]:
    origins = [f"http://{host}:{port}" for port in ports for host in ("127.0.0.1", "localhost")]
    return {
        **os.environ,
        "DATABASE_URL": _records(),
        "REDIS_URL": redis_url,
        "DJANGO_SETTINGS_MODULE": "mafia_site.settings",
        "PYTHONPATH": str(ROOT),
        "LOCAL": "1",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "ORIGINS": ",".join(origins),
    }


@functools.cache
def _records() -> str:
    """The address of the sites' own PostgreSQL database, made and migrated at the first call."""
    url = _replace_database(create=True)
    migrate(url)
    return url


def _replace_database(*, create: bool) -> str:
    given = urlsplit(os.environ["DATABASE_URL"])
    name = f"sites_{given.path.removeprefix('/')}"
    with psycopg.connect(given.geturl(), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        if create:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return given._replace(path=f"/{name}").geturl()


def _with_number(url: str, number: int) -> str:
    """The same Redis, another of its databases; `urlunsplit` would lose the slashes of `unix:///`."""
    address, _, query = url.partition("?")
    return f"{address}?{urlencode({**dict(parse_qsl(query)), 'db': number})}"


def _command(kind: Kind, port: int) -> list[str]:
    if kind == "uvicorn":
        return [sys.executable, "-m", "mafia_site.serve"]
    return [sys.executable, str(ROOT / "manage.py"), "runserver", "--noreload", f"127.0.0.1:{port}"]


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]
