"""Room codes: how they look, how they are drawn, and a small pool of ones already found free in the records."""

import re
import secrets
import unicodedata
from typing import Final

from game.engine.ids import RoomCode
from lobby.models import Room

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH: Final = 6
"""31 signs that are hard to mistake for each other, six of them: 8.9e8 codes."""

POOL_SIZE: Final = 32
_IGNORED: Final = re.compile(r"[\s_-]+")
_CODE: Final = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def normal(raw: str) -> RoomCode | None:
    """The code as it is kept: any case, spaces and dashes ignored; None when it cannot be one."""
    code = _IGNORED.sub("", unicodedata.normalize("NFKC", raw)).upper()
    return RoomCode(code) if _CODE.fullmatch(code) else None


def spelled(code: str) -> str:
    """A code in two halves, easy to read aloud; whatever else an address held is no longer than a code."""
    half = LENGTH // 2
    return f"{code[:half]}-{code[half:LENGTH]}"


def draw() -> RoomCode:
    """A code by the system's own chance."""
    return RoomCode("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


class Pool:
    """Codes that no room has ever had; refilled in the background, so that a new room waits for no SQL."""

    def __init__(self) -> None:
        """Begin empty."""
        self._free: list[RoomCode] = []

    def take(self) -> RoomCode:
        """A free code; a fresh draw while the records are away, where the constraint has the last word."""
        return self._free.pop() if self._free else draw()

    async def refill(self) -> None:
        """Fill up with codes that the records do not know."""
        missing = POOL_SIZE - len(self._free)
        if missing <= 0:
            return
        drawn = {draw() for _ in range(missing)}
        known = {code async for code in Room.objects.filter(room_code__in=drawn).values_list("room_code", flat=True)}
        self._free.extend(sorted(drawn - known))


pool: Final = Pool()
"""The one pool of this process."""
