"""Work that goes on for ever beside the sockets; trouble is logged once, not once a second."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


async def forever(name: str, step: Callable[[], Awaitable[None]], *, every_s: float) -> None:
    """Take a step, rest, and again; a step that fails is tried again after the same rest."""
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
        await asyncio.sleep(every_s)
