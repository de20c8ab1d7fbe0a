"""What waits to go out on one socket: bounded, in order, and in one write where the client asks for batches."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from game.closing import CloseCode

Send = Callable[[Any], Awaitable[None]]

MAX_WAITING: Final = 256 * 1024
"""A client that does not read is closed: it may come back and gets a snapshot then."""


class Outgoing:
    """The queue and the one writer of a socket."""

    def __init__(self, send: Send, *, batch: bool) -> None:
        """Write through this ASGI `send`; `batch` puts several events into one frame."""
        self._send = send
        self._batch = batch
        self._frames: list[bytes] = []
        self._waiting = 0
        self._code: CloseCode | None = None
        self._wake = asyncio.Event()
        self.overflow: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done when the client did not read what was sent: the writer may never get through to it again."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet to close the socket."""
        return self._code is None

    def put(self, frame: bytes) -> None:
        """Queue one frame; a queue that is too long closes the socket instead."""
        if self._code is not None:
            return
        self._waiting += len(frame)
        if self._waiting > MAX_WAITING:
            self._frames.clear()
            self.overflow.set_result(None)
            self.close(CloseCode.TOO_SLOW)
            return
        self._frames.append(frame)
        self._wake.set()

    def close(self, code: CloseCode) -> None:
        """Close with this code once the queue is out; the first code wins."""
        if self._code is None:
            self._code = code
            self._wake.set()

    async def write(self) -> None:
        """Write until the socket is closed or gone."""
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                await self._flush()
                if self._code is not None:
                    await self._send({"type": "websocket.close", "code": self._code.value})
                    return
        except (OSError, RuntimeError):
            return  # The other end is gone; the reading side will hear of it and clean up.

    async def _flush(self) -> None:
        while self._frames:
            frames, self._frames = self._frames, []
            size = sum(map(len, frames))
            for text in _texts(frames, batch=self._batch):
                await self._send({"type": "websocket.send", "text": text})
            self._waiting -= size


def _texts(frames: list[bytes], *, batch: bool) -> list[str]:
    if batch and len(frames) > 1:
        return [f"[{b','.join(frames).decode()}]"]
    return [frame.decode() for frame in frames]
