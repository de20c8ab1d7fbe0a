"""Work that goes on for ever beside the sockets; trouble is logged once, not once a second."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

log = logging.getLogger(__name__)


TROUBLED_S: Final = 1.0


async def forever(name: str, step: Callable[[], Awaitable[None]], *, every_s: float) -> None:
    """Take a step, rest, and again; after a step that fails the rest is at least a second, or as long as ever."""
    is_troubled = False
    while True:
        try:
            await step()
        except Exception as trouble:  # noqa: BLE001 - this is the edge: nothing is above it to report to
            if not is_troubled:
                log.error("%s is in trouble: %s: %s", name, type(trouble).__name__, trouble)
            is_troubled = True
        else:
            if is_troubled:
                log.warning("%s is well again", name)
            is_troubled = False
        await asyncio.sleep(max(every_s, TROUBLED_S) if is_troubled else every_s)
