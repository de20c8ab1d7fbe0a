"""What the site says about a Redis that it is asked to trust its games to."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from mafia_site import embedded, preflight
from mafia_site.embedded import valkey
from mafia_site.embedded.child import Child

NOBODY_THERE = "redis://127.0.0.1:1/0"


@contextlib.contextmanager
def running(folder: Path, *, durable: bool) -> Iterator[str]:
    laid = embedded.lay_out(folder)
    laid.make()
    server = Child(valkey.recipe(laid, durable=durable))
    server.wait_up()
    yield laid.environ()["REDIS_URL"]
    server.stop()


def test_one_that_evicts_forbids_the_start(folder: Path) -> None:
    with running(folder, durable=True) as url, redis.Redis.from_url(url) as client:
        client.config_set("maxmemory-policy", "allkeys-lru")
        (finding,) = preflight.look(url)
    assert finding.forbids_start
    assert "allkeys-lru" in finding.says


def test_one_without_a_log_is_told_and_allowed(folder: Path) -> None:
    with running(folder, durable=False) as url:
        (finding,) = preflight.look(url)
    assert not finding.forbids_start
    assert "append-only" in finding.says


def test_a_good_one_is_passed_in_silence(folder: Path) -> None:
    with running(folder, durable=True) as url:
        assert preflight.look(url) == []


def test_a_silent_one_is_waited_for_and_then_named() -> None:
    (finding,) = preflight.wait(NOBODY_THERE, patience=0.1)
    assert finding.forbids_start
    assert "does not answer" in finding.says


def test_the_command_line_answers_with_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", NOBODY_THERE)
    monkeypatch.setattr(preflight, "PATIENCE", 0.1)
    assert preflight.main() == 1
