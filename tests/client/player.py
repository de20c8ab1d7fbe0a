"""One player at the table: a line, a view and a mind of its own; it knows nothing that its view does not hold."""

import asyncio
from collections.abc import Callable
from random import Random
from typing import Any

from tests.client import reducer
from tests.client.connection import Closed, Connection, Line
from tests.client.policy import FEWEST, Move, next_move
from tests.client.record import Direction, Frame, Record, now
from tests.client.view import View

SOON = 10.0  # seconds: how long `expect` waits unless told otherwise


class Unmet(AssertionError):  # noqa: N818
    """An expected frame did not come; the message says what came instead."""


class Player:
    """A seat played over a real socket, by hand (`send`, `expect`) or by itself (`play`)."""

    def __init__(
        self,
        line: Line,
        *,
        dice: Random | None = None,
        human_pace: bool = False,
        listener: Callable[["Player", Record], None] | None = None,
    ) -> None:
        self.name = line.username
        self.view = View()
        self.tape: list[Record] = []
        self._line = Connection(line, self._hear)
        self._dice = dice or Random()
        self._human_pace = human_pace
        self._listener = listener
        self._cursor = 0
        self._changed = asyncio.Event()

    # -- what is known

    @property
    def frames(self) -> list[Record]:
        """All frames received, in order, each with the time it came (`.at`, ms)."""
        return [record for record in self.tape if record.direction is Direction.IN]

    @property
    def user_id(self) -> str:
        """Who this player is to the site."""
        return self.view.me

    @property
    def token(self) -> str | None:
        """The proof of identity that the site handed out."""
        return self._line.token

    @property
    def closed(self) -> int | None:
        """The close code, once the line is closed for good."""
        return self._line.closed

    @property
    def left(self) -> str | None:
        """Why this player is out of the room (`left`, `kicked`, `closed`), if so."""
        return self.view.left

    @property
    def over(self) -> bool:
        """Whether there is nothing more to play: the game ended, or the seat or the line is gone."""
        return self.view.end is not None or self.left is not None or self.closed is not None

    def seen(self, event: str, **fields: object) -> list[Frame]:
        """All frames of that event received so far, with those fields."""
        return [record.frame for record in self.tape if record.has(event, **fields)]

    # -- by hand

    async def connect(self) -> None:
        """Connect and identify."""
        await self._line.open()

    async def send(self, event: str, /, **fields: object) -> Frame:
        """Send an event; gives back the server's answer, an `ack` or an error frame ({} for the design-only)."""
        frame: Frame = {"type": event, **fields}
        answer = await self._line.ask(event, dict(fields))
        if answer.get("type") == "ack" or not answer:
            self.view = reducer.accepted(self.view, frame)
        return answer

    async def raw(self, text: str | bytes) -> None:
        """Put anything at all on the wire."""
        await self._line.raw(text)

    async def expect(self, event: str, /, *, timeout: float = SOON, **fields: object) -> Frame:  # noqa: ASYNC109
        """The next frame of that event with those fields, skipping others; each frame is met once."""
        start = self._cursor
        try:
            async with asyncio.timeout(timeout):
                while (met := self._next(event, fields)) is None:
                    if self.closed is not None:
                        raise Closed(self.closed)
                    await self.changed()
                return met
        except TimeoutError:
            came = [record.event for record in self.tape[start:] if record.direction is Direction.IN]
            message = f"{self.name} waited {timeout} s for {event} {fields}; came: {came}"
            raise Unmet(message) from None

    async def until(self, claim: Callable[[View], Any], *, timeout: float = SOON) -> View:  # noqa: ASYNC109
        """Wait until something is true of this player's view."""
        async with asyncio.timeout(timeout):
            while not claim(self.view):
                if self.closed is not None:
                    raise Closed(self.closed)
                await self.changed()
        return self.view

    async def changed(self) -> None:
        """Wait for the next frame, or for the line to open or close."""
        await self._changed.wait()

    def cut(self) -> None:
        """Tear the TCP connection down without a word, and stay away until `reconnect`."""
        self._line.cut()

    async def reconnect(self) -> None:
        """Come back after a cut, as the same user; what had no answer yet is asked again."""
        await self._line.open()

    async def close(self) -> None:
        """Leave the site in good order."""
        await self._line.close()

    # -- by itself

    async def play(self, *, wait_for: int = FEWEST) -> None:
        """Do what a sensible player does, turn after turn, until the game is over for this one."""
        turn, made = self.view.turn, list[str]()
        while not self.over:
            if self.view.turn != turn:
                turn, made = self.view.turn, []
            move = next_move(self.view, made, self._dice, wait_for=wait_for)
            if move is None:
                await self.changed()
            elif await self._still(turn, move):
                made.append(move.event)
                await self._try(move.event, move.fields)

    async def _still(self, turn: object, move: Move) -> bool:
        """Take a person's time, if asked to; false when the moment has passed meanwhile."""
        if self._human_pace and self.view.status == "in_game":
            await asyncio.sleep(self._pause(move))
        return self.view.turn == turn

    def _pause(self, move: Move) -> float:
        """Seconds: a moment to think, and by day time for the people at the table to talk."""
        if self.view.phase == "day" and move.event == "action:done":
            return self._dice.uniform(0.4, 0.7) * float(self.view.settings.get("discussionTime", 0))
        return self._dice.uniform(1.0, 5.0)

    async def _try(self, event: str, fields: Frame) -> None:
        try:
            await self.send(event, **fields)
        except Closed:
            return  # `over` says so

    # -- from the line

    def _hear(self, direction: Direction, frame: Frame) -> None:
        record = Record(self.name, direction, now(), frame)
        self.tape.append(record)
        if direction is Direction.IN:
            self.view = reducer.reduce(self.view, frame)
        if self._listener:
            self._listener(self, record)
        self._changed.set()
        self._changed = asyncio.Event()

    def _next(self, event: str, fields: Frame) -> Frame | None:
        while self._cursor < len(self.tape):
            record = self.tape[self._cursor]
            self._cursor += 1
            if record.has(event, **fields):
                return record.frame
        return None
