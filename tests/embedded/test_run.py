"""`make run` as a person meets it: starting twice, killing it anywhere, and coming back."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis

from mafia_site import embedded
from mafia_site.embedded.lock import Lock

COMMAND = [sys.executable, "-m", "mafia_site.embedded"]
OURS = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DEBUG"}


class Run:
    """A supervisor under test, with what it says."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [*COMMAND, "--data", str(folder), "--port", "0", *arguments],
            env={name: value for name, value in os.environ.items() if name not in OURS},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )

    def address(self) -> str:
        assert self.process.stderr is not None
        said = []
        for line in self.process.stderr:
            said.append(line)
            if found := re.search(r"the game is at (\S+)", line):
                return found[1]
        raise AssertionError("".join(said))

    def pid_of(self, name: str) -> int:
        """That of the server; 0 in the moment in which its successor writes its own."""
        with Lock(self.folder / "run" / f"{name}.lock") as lock:
            return int(next(iter(lock.read()), 0))

    def end(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=40)
        return self.process.returncode, said


@pytest.fixture
def run(folder: Path) -> Iterator[Run]:
    running = Run(folder)
    yield running
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.end()
    running.process.kill()


def wait_until(claim: Callable[[], bool], patience: float = 20) -> None:
    until = time.monotonic() + patience
    while not claim():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_served(address: str) -> bool:
    with (
        contextlib.suppress(ConnectionError, urllib.error.URLError),
        urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer,  # noqa: S310 - our own address
    ):
        return bool(answer.status == 200)
    return False


def test_a_polite_kill_ends_all_of_it(run: Run) -> None:
    assert is_served(run.address())
    status, _ = run.end()
    assert status == 0
    with Lock(run.folder / "run" / "postgres.lock") as one, Lock(run.folder / "run" / "valkey.lock") as other:
        assert one.take()
        assert other.take()


def test_a_second_start_says_that_the_first_still_runs(run: Run) -> None:
    run.address()
    status, said = Run(run.folder).end(signal.SIGCONT)
    assert status == 1
    assert f"process {run.process.pid}" in said


def test_a_start_waits_for_one_that_is_leaving(run: Run) -> None:
    run.address()
    run.process.terminate()
    second = Run(run.folder)
    assert is_served(second.address())
    assert second.end()[0] == 0


def test_a_dead_site_ends_the_rest_with_a_word(run: Run) -> None:
    run.address()
    os.kill(run.pid_of("web"), signal.SIGKILL)
    _, said = run.process.communicate(timeout=40)
    assert run.process.returncode == 1
    assert "ended by itself" in said


def test_after_its_own_death_it_starts_again(run: Run) -> None:
    run.address()
    secret = (run.folder / "secret_key").read_text()
    run.process.kill()
    second = Run(run.folder)
    assert is_served(second.address())
    assert (run.folder / "secret_key").read_text() == secret
    assert second.end()[0] == 0


@pytest.mark.parametrize("name", ["Valkey", "PostgreSQL"])
def test_a_dead_server_is_started_again(run: Run, name: str) -> None:
    address = run.address()
    lock = {"Valkey": "valkey", "PostgreSQL": "postgres"}[name]
    before = run.pid_of(lock)
    os.kill(before, signal.SIGKILL)
    assert run.process.stderr is not None
    assert "starting it again" in next(line for line in run.process.stderr if name in line)
    wait_until(lambda: run.pid_of(lock) not in {0, before})
    assert is_served(address)


def test_a_taken_port_is_named(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = Run(folder, "--port", str(port)).end(signal.SIGCONT)
    assert status == 1
    assert f"Port {port} on 127.0.0.1 is taken" in said


def test_servers_of_ones_own_are_used_and_left_running(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.OURS", {"SECRET_KEY", "DEBUG"})
    with embedded.servers(folder / "theirs", durable=False) as environ:
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        run = Run(folder / "ours")
        address = run.address()
        wait_until(lambda: is_served(address))
        assert not (folder / "ours" / "run").exists()
        assert run.end()[0] == 0
        with redis.Redis.from_url(environ["REDIS_URL"]) as theirs:
            assert theirs.ping()


def test_half_of_the_servers_given_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.OURS", {"DATABASE_URL"})
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1")
    status, said = Run(folder).end(signal.SIGCONT)
    assert status == 1
    assert "Only REDIS_URL is set" in said
