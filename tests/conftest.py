"""What every test may ask for. The servers start at the first test that needs one, so that the engine's never wait."""

import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest
import redis
import redis.asyncio
from django.core.cache import caches
from django_redis import get_redis_connection
from django_redis.pool import ConnectionFactory
from hypothesis import settings as hypothesis_settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from mafia_site import embedded
from mafia_site.embedded import postgres, valkey
from mafia_site.embedded.child import stop_orphan
from mafia_site.embedded.lock import Lock
from tests import servers as sites
from tests import settings

# Before a test of any folder imports them: what they assert shall say what was not so.
pytest.register_assert_rewrite("tests.gateway.people", "tests.protocol.validate")

# A slow moment of the machine is no finding.
hypothesis_settings.register_profile("steady", deadline=None)
hypothesis_settings.load_profile("steady")


WORKERS = 2
"""Processes that the suite is spread over, each with its own servers and browser. Three are as quick on two cores, and
late where a test minds the time."""

_CHAOS = "tests/chaos/"
_LONGEST = (_CHAOS, "tests/browser/", "tests/gateway/", "tests/embedded/", "")


class _ByFile(LoadFileScheduling):
    """Each file is one worker's, and so is all of chaos, which unfolds at once."""

    def _split_scope(self, nodeid: str) -> str:
        return _CHAOS if nodeid.startswith(_CHAOS) else super()._split_scope(nodeid)


def pytest_xdist_auto_num_workers() -> int:
    """Servers that were given cannot be shared: then there are no workers."""
    return 0 if settings.GIVEN else WORKERS


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling:
    """Have the suite spread by file."""
    return _ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: the worker that came to it last would keep the others waiting."""
    items.sort(key=lambda item: next(at for at, place in enumerate(_LONGEST) if item.nodeid.startswith(place)))


@pytest.fixture(scope="session")
def servers() -> Iterator[Mapping[str, str]]:
    """Return DATABASE_URL and REDIS_URL of running servers: those of the environment, or our own."""
    if settings.GIVEN:
        yield os.environ
        sites.drop_records()
        return
    clear_up_after_killed_runs()
    with embedded.servers(settings.PLACES.directory, durable=False) as environ:
        yield environ


@pytest.fixture(scope="session")
def site(servers: Mapping[str, str]) -> Iterator[sites.Site]:
    """Return the common site of one gateway, as `make run` serves it; its rooms are each test's own."""
    assert servers
    with sites.site() as running:
        yield running


@pytest.fixture(scope="session")
def django_db_modify_db_settings(servers: Mapping[str, str]) -> None:
    """Have the server up before pytest-django makes its database there."""
    assert servers


@pytest.fixture
def redis_url(servers: Mapping[str, str]) -> str:
    """Return the address of an empty Redis."""
    with redis.Redis.from_url(servers["REDIS_URL"]) as client:
        client.flushdb()
    return servers["REDIS_URL"]


@pytest.fixture
async def live(redis_url: str) -> AsyncIterator["redis.asyncio.Redis"]:
    """Return the site's own connection to an empty Redis; it belongs to this test's event loop and ends with it."""
    assert redis_url
    forget_live_connections()
    connection = get_redis_connection("live")
    yield connection
    await connection.aclose()
    await connection.connection_pool.disconnect()
    forget_live_connections()


def forget_live_connections() -> None:
    """Let go of django-redis' pools: it keeps one a process, and a pool lives on one event loop only."""
    ConnectionFactory._pools.clear()
    with contextlib.suppress(AttributeError):
        del caches["live"]


def clear_up_after_killed_runs() -> None:
    """End the servers of runs that could not end them, and remove their folders."""
    for folder in settings.FOLDER.parent.glob("mafia-test-*"):
        with contextlib.suppress(FileNotFoundError), Lock(folder / "lock") as lock:
            if lock.take():
                remove(folder)


def remove(folder: Path) -> None:
    """End what still runs in the folder of a dead run, and remove it."""
    places = embedded.lay_out(folder / "data")
    if places.run.exists():
        for recipe in (postgres.recipe(places, durable=False), valkey.recipe(places, durable=False)):
            stop_orphan(recipe)
    shutil.rmtree(folder, ignore_errors=True)
