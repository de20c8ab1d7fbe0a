"""One gateway process of production: uvicorn with this site's limits, and a goodbye to the players before it goes."""

import os
import socket
import sys

import uvicorn

from mafia_site import preflight

# Frames up to this reach the gateway, which refuses in words what is over 4 KiB; larger ones close with 1009.
LARGEST_FRAME = 4 * 1024 * 1024
PING_SECONDS = 20
PATIENCE_SECONDS = 15


class Server(uvicorn.Server):
    """A uvicorn that lets the site close its sockets: by itself it would close them with a code that says nothing."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the process take leave of the players, then close what is left."""
        # Late: the process imports models, which exist once uvicorn has loaded the application.
        from mafia_site import process  # noqa: PLC0415

        await process.stop()
        await super().shutdown(sockets)


def config() -> uvicorn.Config:
    """Return how production serves."""
    return uvicorn.Config(
        "mafia_site.asgi:application",
        host=os.environ.get("HOST", "0.0.0.0"),  # noqa: S104 - inside a container
        port=int(os.environ.get("PORT", "8000")),
        loop="uvloop",
        http="h11",
        lifespan="on",
        ws="websockets-sansio",
        ws_max_size=LARGEST_FRAME,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        # Costs more than it saves on small frames, and the length of what is packed would tell secrets.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=PATIENCE_SECONDS,
        # It would believe the first address of a header, which the client writes: accounts/address.py takes the last.
        proxy_headers=False,
        # Django's LOGGING says it all.
        log_config=None,
        access_log=False,
        server_header=False,
    )


def main() -> int:
    """Look over the Redis, then serve until told to stop."""
    if preflight.main():
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mafia_site.settings")
    server = Server(config())
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
