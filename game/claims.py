"""What spans rooms: one seat a user, one room a code; claims in Redis, checked when they look stale."""

from typing import Final, NamedTuple, Self

from game import keys
from game.engine.ids import RoomCode, RoomId, UserId
from game.live import Live
from game.store import Store

SETTLING_MS: Final = 5_000
"""A claim this young may belong to a seat that is just being taken."""


EVER: Final = 2**53
"""A moment after all claims: in a room that is closed nobody sits down again."""


class Claim(NamedTuple):
    """Who holds a seat for whom, and since when (microseconds, by Redis' clock)."""

    room: RoomId
    since: int

    @classmethod
    def of(cls, text: str) -> Self:
        """The claim as Redis keeps it."""
        room, _, since = text.partition("@")
        return cls(RoomId(room), int(since))


class Claims:
    """Who sits where, and which code leads where."""

    def __init__(self, live: Live, store: Store) -> None:
        """Keep claims on this line; check them against this store."""
        self._live = live
        self._store = store

    async def take(self, user: UserId, room_id: RoomId) -> Claim:
        """Claim this user for the room, or renew the claim; returns the one that stands now."""
        won, claim = await self._seat(user, room_id, "")
        if not won and await self._is_stale(user, Claim.of(claim)):
            _, claim = await self._seat(user, room_id, claim)
        return Claim.of(claim)

    async def release(self, user: UserId, claim: Claim) -> None:
        """Give the user's claim back, if it is for this room and was not renewed since that moment."""
        await self._live.call("unseat", (keys.user(user),), claim)

    async def room_of(self, user: UserId) -> RoomId | None:
        """The live room that the user sits in."""
        text = await self._live.text(keys.user(user))
        claim = Claim.of(text) if text else None
        return None if claim is None or await self._is_stale(user, claim) else claim.room

    async def take_code(self, code: RoomCode, room_id: RoomId) -> bool:
        """Claim a room code; False when a live room has it."""
        return bool(await self._live.redis.set(keys.code(code), room_id, nx=True))

    async def release_code(self, code: RoomCode, room_id: RoomId) -> None:
        """Free the code of a room that is gone."""
        await self._live.call("unseat", (keys.code(code),), Claim(room_id, 0))

    async def room_with(self, code: RoomCode) -> RoomId | None:
        """The live room that this code leads to."""
        room = await self._live.text(keys.code(code))
        return RoomId(room) if room else None

    async def _seat(self, user: UserId, room_id: RoomId, replaceable: str) -> tuple[bool, str]:
        won, claim = await self._live.call("seat", (keys.user(user),), (room_id, replaceable))
        return bool(won), claim.decode()

    async def _is_stale(self, user: UserId, claim: Claim) -> bool:
        state = (await self._store.read(claim.room)).state
        if state is not None and user in state.players:
            return state.players[user].leaving
        return self._live.now_ms() - claim.since // 1000 >= SETTLING_MS
