"""What spans rooms: one seat a user, one room a code; claims in Redis, checked when they look stale."""

from typing import Final

from game import keys
from game.engine.ids import RoomCode, RoomId, UserId
from game.live import Live
from game.store import Store

SETTLING_MS: Final = 5_000
"""A claim this young may belong to a seat that is just being taken."""


class Claims:
    """Who sits where, and which code leads where."""

    def __init__(self, live: Live, store: Store) -> None:
        """Keep claims on this line; check them against this store."""
        self._live = live
        self._store = store

    async def take(self, user: UserId, room_id: RoomId) -> RoomId:
        """Claim this user for the room; returns the room that the user is claimed for now."""
        won, claim = await self._seat(user, room_id, "")
        if not won and await self._is_stale(user, claim):
            won, claim = await self._seat(user, room_id, claim)
        return RoomId(claim.partition("@")[0])

    async def release(self, user: UserId, room_id: RoomId) -> None:
        """Give the user's claim back, if it is for this room."""
        await self._live.call("unseat", (keys.user(user),), (room_id,))

    async def room_of(self, user: UserId) -> RoomId | None:
        """The live room that the user sits in."""
        claim = await self._live.text(keys.user(user))
        if claim is None or await self._is_stale(user, claim):
            return None
        return RoomId(claim.partition("@")[0])

    async def take_code(self, code: RoomCode, room_id: RoomId) -> bool:
        """Claim a room code; False when a live room has it."""
        return bool(await self._live.redis.set(keys.code(code), room_id, nx=True))

    async def release_code(self, code: RoomCode, room_id: RoomId) -> None:
        """Free the code of a room that is gone."""
        await self._live.call("unseat", (keys.code(code),), (room_id,))

    async def room_with(self, code: RoomCode) -> RoomId | None:
        """The live room that this code leads to."""
        room = await self._live.text(keys.code(code))
        return RoomId(room) if room else None

    async def _seat(self, user: UserId, room_id: RoomId, replaceable: str) -> tuple[bool, str]:
        won, claim = await self._live.call("seat", (keys.user(user),), (room_id, replaceable))
        return bool(won), claim.decode()

    async def _is_stale(self, user: UserId, claim: str) -> bool:
        room_id, _, claimed_at = claim.partition("@")
        state = (await self._store.read(RoomId(room_id))).state
        if state is not None and user in state.players:
            return state.players[user].leaving
        return self._live.now_ms() - int(claimed_at) >= SETTLING_MS
