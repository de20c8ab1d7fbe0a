"""The kinds of identifier, so that a room is never passed where a user is meant; no behaviour."""

from typing import NewType

UserId = NewType("UserId", str)
RoomId = NewType("RoomId", str)
RoomCode = NewType("RoomCode", str)
ConnectionId = NewType("ConnectionId", str)
