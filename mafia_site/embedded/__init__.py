"""PostgreSQL and Valkey as child processes, so that a fresh machine needs neither; it imports no Django.

with embedded.servers(Path(".data")) as environ:
    environ["DATABASE_URL"], environ["REDIS_URL"]
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mafia_site.embedded import postgres, valkey
from mafia_site.embedded.child import Child, Trouble, stop_orphan
from mafia_site.embedded.places import Places, lay_out

__all__ = ["Trouble", "lay_out", "servers", "start"]


@contextlib.contextmanager
def servers(directory: Path, *, durable: bool = True) -> Iterator[dict[str, str]]:
    """Run both servers for as long as the block runs; durable ones survive a power cut, others are fast."""
    places = lay_out(directory)
    running = start(places, durable=durable)
    try:
        yield places.environ()
    finally:
        for server in running:
            server.stop()


def start(places: Places, *, durable: bool) -> list[Child]:
    """Start both servers on these places, ending first what a killed supervisor left there."""
    places.make()
    recipes = [valkey.recipe(places, durable=durable), postgres.recipe(places, durable=durable)]
    for recipe in recipes:
        stop_orphan(recipe)
    postgres.make_cluster(places, durable=durable)
    running: list[Child] = []
    try:
        for recipe in recipes:
            running.append(Child(recipe))  # noqa: PERF401 - what runs is known when the next one fails
        for server in running:
            server.wait_up()
    except BaseException:
        for server in running:
            server.stop()
        raise
    return running
