"""Runs the servers and the site as one thing: up together, down in order; it never touches their data."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from types import FrameType

from mafia_site import embedded
from mafia_site.embedded import child
from mafia_site.embedded.child import Child, Recipe, Trouble
from mafia_site.embedded.lock import Lock
from mafia_site.embedded.places import Places

WATCH = 0.1
# How long a second start waits for a first that is on its way out, and for one that may just have been told to go.
LEAVING, PRESENT = 25.0, 1.0
STAYS, LEAVES = "stays", "leaves"
# A server that ends by itself more often than this is not saved by one more start.
RESTARTS = 5


class Bell:
    """Remembers that somebody asked us to stop."""

    def __init__(self) -> None:
        """Listen to Ctrl-C and to a polite kill."""
        self.rung = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ring)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        self.rung = True


class Household:
    """The processes of one folder: its servers, and the site in front of them."""

    def __init__(self, places: Places) -> None:
        """Begin with nothing running."""
        self.places = places
        self.servers: list[Child] = []
        self.web: Child | None = None
        self.restarts = 0

    def open(self) -> None:
        """Start the servers."""
        self.servers = embedded.start(self.places, durable=True)

    def serve(self, web: Recipe, bell: Bell, greet: Callable[[], None]) -> int:
        """Run the site until we are told to stop (0) or it ends by itself (1)."""
        self.web = Child(web)
        greeted = False
        while not bell.rung:
            if self.web.has_ended():
                say(f"{web.name} ended by itself ({self.web.process.returncode}). The data is kept for the next start.")
                return 1
            if not greeted and web.is_up(self.web.process.pid):
                greet()
                greeted = True
            self._mend()
            time.sleep(WATCH)
        return 0

    def close(self) -> None:
        """End everything, the site first: it still has something to write."""
        for one in (self.web, *self.servers):
            if one is not None:
                one.stop()

    def _mend(self) -> None:
        """Start a server that ended again, once the last of its processes has let go of the data."""
        for place, server in enumerate(self.servers):
            if not server.has_ended():
                continue
            self.restarts += 1
            if self.restarts > RESTARTS:
                message = f"{server.recipe.name} keeps ending; its log is {server.recipe.log}."
                raise Trouble(message)
            say(f"{server.recipe.name} ended by itself; starting it again with its data.")
            child.stop_orphan(server.recipe)
            self.servers[place] = Child(server.recipe)
            self.servers[place].wait_up()


@contextlib.contextmanager
def household(places: Places, where: str) -> Iterator[Household]:
    """Hold the folder for ourselves while its processes run; refuse, or wait, when somebody else has it."""
    places.make()
    with Lock(places.run / "supervisor.lock") as lock:
        _wait_for(lock)
        lock.note(f"{os.getpid()} {STAYS} {where}")
        child.stop_orphan(Recipe(name="The web process", argv=[], lock=places.run / "web.lock", whole_group=True))
        home = Household(places)
        try:
            yield home
        finally:
            lock.note(f"{os.getpid()} {LEAVES} {where}")
            home.close()


def say(words: str) -> None:
    """Tell the person at the terminal."""
    print(f"mafia: {words}", file=sys.stderr, flush=True)  # noqa: T201 - this is a command-line program


def _wait_for(lock: Lock) -> None:
    began = time.monotonic()
    while not lock.take():
        _refuse_if_staying(lock.read(), waited=time.monotonic() - began)
        time.sleep(WATCH)


def _refuse_if_staying(words: Sequence[str], *, waited: float) -> None:
    pid, state, where = (*words, "?", "?", "?")[:3]
    if waited > (LEAVING if state == LEAVES else PRESENT):
        message = f"The game already runs from this folder, at {where} (process {pid}); stop that one first."
        raise Trouble(message)
