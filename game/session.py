"""What the game knows of one socket: whose it is, where it sits, and how to put bytes on it."""

from typing import Protocol

from game.closing import CloseCode
from game.engine.ids import ConnectionId, RoomId, UserId


class Socket(Protocol):
    """An identified socket; the gateway makes it, the hub writes to it."""

    user: UserId
    connection: ConnectionId
    room: RoomId | None
    username: str
    address: str

    def put(self, frame: bytes) -> None:
        """Queue one encoded frame; never waits."""

    def close(self, code: CloseCode) -> None:
        """Close the socket with this code once the queue is out."""
