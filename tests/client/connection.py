"""One player's line to the site: identifies, asks, awaits answers and comes back; it knows no rule of the game."""

import asyncio
import contextlib
import json
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.typing import Origin, Subprotocol

from tests.client import design
from tests.client.record import Direction, Frame
from tests.client.visit import cookies_of

PATIENCE = 120.0  # seconds: how long an outage, or an answer, is waited for
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0

Listener = Callable[[Direction, Frame], None]


class Closed(Exception):  # noqa: N818 - it reads as what it says: the line is closed
    """The line is closed for good; `code` is the server's reason (44xx: do not come back)."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the line is closed for good (code {code})")
        self.code = code


class Refused(Exception):  # noqa: N818
    """The server said no; `frame` is its whole answer."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(f"{frame.get('event')}: {frame.get('code')}: {frame.get('reason')}")
        self.frame = frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Where and as whom to connect; with several urls each new socket goes to the next of them.

    `cookie` is a whole Cookie header, `batch` offers the subprotocol `mafia.batch`, `watch` only looks on, and
    `design_only` hears and says nothing that is not in the system design.
    """

    urls: Sequence[str]
    username: str
    cookie: str | None = None
    origin: str | None = None
    design_only: bool = False
    batch: bool = False
    watch: bool = False


def socket_url(url: str) -> str:
    """The socket's address on a site: `http://host` gives `ws://host/ws/`."""
    site = urlsplit(url)
    return f"{'wss' if site.scheme == 'https' else 'ws'}://{site.netloc}/ws/"


def origin_of(url: str) -> str:
    """The origin that a browser on this site would send."""
    site = urlsplit(url)
    return f"{site.scheme}://{site.netloc}"


def comes_back(code: int) -> bool:
    """Whether a client reconnects by itself after this close code."""
    return code in {1001, 1006, 1011, 1012, 1013} or 4500 <= code <= 4599


class Connection:
    """A socket that outlives its outages. Every frame either way is told to the listener, in order."""

    def __init__(self, line: Line, listener: Listener) -> None:
        self.token: str | None = None
        self.closed: int | None = None
        self._line = line
        self._cookie = line.cookie
        self._tell = listener
        self._turn = 0
        self._held = False
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._asked: dict[str, tuple[Frame, asyncio.Future[Frame]]] = {}

    async def open(self) -> None:
        """Connect, identify, and go on reading in the background; also the way back after `cut`."""
        await self._stop_reading()
        self.closed, self._held = None, False
        if self._line.design_only and self._cookie is None:  # the design knows no token: its clients keep a cookie
            self._cookie = await cookies_of(self._line.urls[0])
        self._socket = await self._dial()
        self._reader = asyncio.create_task(self._live(self._socket))
        await self._ask_again()

    async def ask(self, event: str, fields: Frame) -> Frame:
        """Send an event and wait for its ack or its refusal, across reconnects if need be."""
        if self._line.design_only:
            return await self._say_by_design(event, fields)
        if self.closed is not None:
            raise Closed(self.closed)
        ref = str(fields.get("ref") or uuid.uuid4())
        answer = asyncio.get_running_loop().create_future()
        _, answer = self._asked.setdefault(ref, ({"type": event, **fields, "ref": ref}, answer))
        await self._write({"type": event, **fields, "ref": ref})
        return await asyncio.wait_for(asyncio.shield(answer), PATIENCE)

    async def raw(self, text: str | bytes) -> None:
        """Put anything at all on the wire, for tests of what the server does with it."""
        if self._socket is not None:
            await self._socket.send(text)

    def cut(self) -> None:
        """Tear the TCP connection down without a word, and stay away until `open`."""
        self._held = True
        if self._socket is not None:
            self._socket.transport.abort()

    async def close(self) -> None:
        """Say goodbye (1000) and end everything in the background."""
        self._held = True
        if self._socket is not None:
            await self._socket.close()
        await self._stop_reading()
        self.closed = self.closed or 1000

    # -- connecting

    async def _dial(self) -> ClientConnection:
        url = self._line.urls[self._turn % len(self._line.urls)]
        self._turn += 1
        cookie = {"Cookie": self._cookie} if self._cookie else None
        socket = await connect(
            socket_url(url),
            origin=Origin(self._line.origin or origin_of(url)),
            additional_headers=cookie,
            subprotocols=[Subprotocol("mafia.batch")] if self._line.batch else None,
            compression=None,
            proxy=None,
        )
        self._tell(Direction.OPENED, {"url": url})
        await self._identify(socket)
        return socket

    async def _identify(self, socket: ClientConnection) -> None:
        frame: Frame = {"type": "auth:identify", "username": self._line.username}
        if self.token and not self._line.design_only:
            frame["token"] = self.token
        if self._line.watch:
            frame["watch"] = True
        await self._put(socket, frame)
        answer = self._take(await socket.recv())
        if not answer or answer[0].get("type") != "auth:success":
            await socket.close()
            raise Refused(answer[0] if answer else {"reason": "no answer to auth:identify"})
        self.token = answer[0].get("token")

    async def _redial(self) -> ClientConnection:
        """Try until a gateway answers, with a jittered, growing pause before each attempt."""
        async with asyncio.timeout(PATIENCE):
            pause = FIRST_PAUSE
            while True:
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))
                with contextlib.suppress(OSError, TimeoutError, WebSocketException):
                    return await self._dial()
                pause = min(pause * 2, LONGEST_PAUSE)

    # -- reading

    async def _live(self, socket: ClientConnection) -> None:
        """Read sockets one after the other until the site, or we, end it for good."""
        while True:
            code = await self._read(socket)
            self._tell(Direction.CLOSED, {"code": code})
            if self._held or not comes_back(code):
                return self._end(code)
            try:
                socket = self._socket = await self._redial()
            except (TimeoutError, Refused):
                return self._end(code)
            await self._ask_again()

    async def _read(self, socket: ClientConnection) -> int:
        try:
            while True:
                self._take(await socket.recv())
        except ConnectionClosed:
            return socket.close_code or 1006

    def _take(self, text: str | bytes) -> list[Frame]:
        """Decode a message (one frame, or a batch in order), tell it, and settle what it answers."""
        decoded = json.loads(text)
        frames: list[Frame] = decoded if isinstance(decoded, list) else [decoded]
        for frame in frames:
            heard = design.narrow(frame, design.HEARD) if self._line.design_only else frame
            if heard is not None:
                self._tell(Direction.IN, heard)
            self._settle(frame)
        return frames

    def _settle(self, frame: Frame) -> None:
        _, answer = self._asked.pop(frame.get("ref", ""), (None, None))
        if answer is not None and not answer.done():
            answer.set_result(frame)

    def _end(self, code: int) -> None:
        """Closed for good: nobody waits in vain. After `cut` it is not: questions wait, for `open` to ask again."""
        if self._held:
            return
        self.closed = code
        for _, answer in self._asked.values():
            if not answer.done():
                answer.set_exception(Closed(code))
        self._asked.clear()

    async def _stop_reading(self) -> None:
        """Let the reader tell of the close; end it where it is, should it be on its way back already."""
        if self._reader is not None:
            await asyncio.wait({self._reader}, timeout=1)
            self._reader.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reader
            self._reader = None

    # -- writing

    async def _say_by_design(self, event: str, fields: Frame) -> Frame:
        """The design knows no answers: say it if the design has it, and go on."""
        frame = design.narrow({"type": event, **fields}, design.SAID)
        if frame is not None:
            await self._write(frame)
        return {}

    async def _ask_again(self) -> None:
        """Repeat, under the same ref, whatever has no answer yet: the server applies it once."""
        for frame, _ in list(self._asked.values()):
            await self._write(frame)

    async def _write(self, frame: Frame) -> None:
        if self._socket is None:
            return
        with contextlib.suppress(ConnectionClosed):  # asked again after the reconnect
            await self._put(self._socket, frame)

    async def _put(self, socket: ClientConnection, frame: Frame) -> None:
        self._tell(Direction.OUT, frame)
        await socket.send(json.dumps(frame, ensure_ascii=False))
