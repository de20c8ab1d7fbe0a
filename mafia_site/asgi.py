"""The site as one ASGI application: pages by Django, sockets by the gateway, start and stop by lifespan."""

import os
from typing import Any, cast

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mafia_site.settings")
_pages = get_asgi_application()

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402 - the apps have to be ready first
from django.urls import path  # noqa: E402

from mafia_site import process  # noqa: E402
from mafia_site.gateway import Gateway  # noqa: E402
from mafia_site.origins import SameSite  # noqa: E402


class Awake:
    """Starts the process' background work at the first scope, for servers that know no lifespan."""

    def __init__(self, application: Any) -> None:
        """Wrap this application."""
        self._application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> Any:
        """Make sure that the work runs, then serve."""
        process.start()
        return await self._application(scope, receive, send)


async def lifespan(_scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Start and stop with the server."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            process.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            await process.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return


_SOCKETS: list[Any] = [path("ws/", cast("Any", Gateway.as_asgi()))]

application = ProtocolTypeRouter(
    {
        "http": Awake(_pages),
        "websocket": Awake(SameSite(URLRouter(_SOCKETS))),
        "lifespan": lifespan,
    }
)
