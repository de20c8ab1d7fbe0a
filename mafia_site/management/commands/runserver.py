"""daphne's runserver with this site's limits, its background work, and a goodbye; it is for development."""

import asyncio
from importlib import import_module
from io import StringIO
from types import ModuleType
from typing import Any

from daphne.management.commands.runserver import Command as DaphneCommand
from daphne.server import Server as DaphneServer
from django.core.management import call_command
from django.core.management.base import CommandParser, OutputWrapper
from django.db import connections
from twisted.internet import defer, reactor

PING_SECONDS = 20


class Server(DaphneServer):
    """A daphne that finds silent sockets in time, starts the site's process with it, and says goodbye to players."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Ask a silent socket after 20 s, and drop it after 20 more."""
        super().__init__(*args, ping_interval=PING_SECONDS, ping_timeout=PING_SECONDS, **options)
        reactor.callWhenRunning(self._begin)

    def _begin(self) -> None:
        self.ws_factory.setProtocolOptions(
            # Told, not dropped: a browser whose frame is too large then sees 1009, and not a broken line.
            failByDrop=False,
            # Which origins are welcome is the site's own to say, and to answer with 403.
            allowNullOrigin=True,
            # Who talks on without reading is not there: only an answered ping proves that somebody reads.
            autoPingInterval=PING_SECONDS,
            autoPingRestartOnAnyTraffic=False,
        )
        # Twisted calls us a moment before its loop runs.
        asyncio.get_event_loop().call_soon(_process().start)

    def kill_all_applications(self) -> defer.Deferred[Any]:
        """Let the process close its sockets with a code that says why, then end what is left."""
        goodbye = defer.Deferred.fromFuture(asyncio.ensure_future(_process().stop()))
        goodbye.addBoth(lambda _: self._cancel_all())
        return goodbye

    def _cancel_all(self) -> defer.Deferred[Any]:
        # The original stumbles over a connection whose application has ended already.
        running = [future for details in self.connections.values() if (future := details.get("application_instance"))]
        for future in running:
            future.cancel()
        return defer.Deferred.fromFuture(asyncio.ensure_future(_ended(running)))


class Command(DaphneCommand):
    """`manage.py runserver`, without the line per request."""

    server_cls = Server

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to make the tables too: one process less to wait for."""
        super().add_arguments(parser)
        parser.add_argument("--migrate", action="store_true", help="bring the tables up to date before serving")

    def inner_run(self, *args: str, **options: Any) -> None:
        """Make the tables if asked, then serve; at verbosity 0 without the words about it."""
        if options["migrate"]:
            call_command("migrate", verbosity=0)
            connections.close_all()
        if not options["verbosity"]:
            self.stdout = OutputWrapper(StringIO())
        super().inner_run(*args, **options)

    def log_action(self, protocol: str, action: str, details: dict[str, Any]) -> None:
        """Say nothing: trouble is logged where it happens."""


async def _ended(futures: list[asyncio.Future[Any]]) -> None:
    await asyncio.gather(*futures, return_exceptions=True)


def _process() -> ModuleType:
    # Late: the process imports models, and Django finds this command before the apps are ready.
    return import_module("mafia_site.process")
