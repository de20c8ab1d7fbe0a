"""Load, judge, commit, tell: how a command becomes a change of a room; the only caller of the engine."""

import asyncio
import uuid
from contextlib import suppress
from typing import Final

from redis.exceptions import RedisError

from game import bots, refs
from game.background import together
from game.claims import EVER, Claim, Claims
from game.engine.bots import turns
from game.engine.change import Change
from game.engine.commands import AnyCommand, Connect, Disconnect, Lapse, Tick
from game.engine.facts import Unseated
from game.engine.ids import RoomId, UserId
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.setup import MAX_SEATS
from game.engine.state import Answer, RoomState
from game.feed import Feed
from game.hub import Hub
from game.session import Socket
from game.store import Conflict, Store, TooLate, Written

ATTEMPTS: Final = 2 * MAX_SEATS
"""Everybody at the table may be first once, and once more."""

RETRY_AFTER_S: Final = (0.05, 0.2, 0.5, 1.0)


class Play:
    """The rooms, as something to act on."""

    def __init__(self, store: Store, hub: Hub, claims: Claims) -> None:
        """Commit to this store and show through this hub."""
        self._store = store
        self._hub = hub
        self._claims = claims

    async def perform(self, room_id: RoomId, command: AnyCommand, *, ref: str | None = None) -> Refusal | None:
        """Do this in the room: None once it is in Redis, or the refusal.

        With a `ref` of the player's, the same ref again gets the same answer and changes nothing.
        Raises redis.exceptions.RedisError when Redis stays away.
        """
        async with self._hub.lock(room_id):
            return await self._perform(room_id, command, ref)

    async def enter(self, room_id: RoomId, socket: Socket) -> Feed | Refusal:
        """Bring a socket to its seat: from now on it follows the room, and is the player's only one."""
        async with self._hub.lock(room_id):
            feed = await self._hub.open(room_id)
            if feed is None:
                return Refusal.NOT_FOUND
            if self._hub.sockets.get(socket.user) is not socket:
                await self._hub.shut(room_id)
                return Refusal.NOT_IN_ROOM
            refusal = await self._perform(room_id, Connect(socket.user, socket.connection), None)
            if self._hub.sockets.get(socket.user) is not socket:
                # It has gone, or given way, meanwhile: attached now, the pulse would vouch for it for ever.
                refusal = Refusal.NOT_IN_ROOM
                await self._perform(room_id, Disconnect(socket.user, socket.connection), None)
            if refusal is None and room_id in self._hub.feeds:
                self._hub.release(socket)
                feed.attach(socket)
                return feed
            await self._hub.shut(room_id)
            return refusal or Refusal.NOT_FOUND

    async def leave_feed(self, room_id: RoomId, socket: Socket) -> None:
        """The socket is gone: stop following for it, even while Redis is away, or the pulse would vouch for it."""
        if feed := self._hub.feeds.get(room_id):
            feed.detach(socket)
        async with self._hub.lock(room_id):
            await self._hub.shut(room_id)

    async def wake(self, room_id: RoomId, now_ms: int) -> None:
        """Let what is due in the room happen; `now_ms` is the moment of the claim by Redis' clock."""
        async with self._hub.lock(room_id):
            reading = await self._store.read(room_id)
            for sign in reading.late:
                await self._perform(room_id, Lapse(sign.user, sign.connection, sign.at), None)
                await self._store.forget(room_id, sign)
            await self._perform(room_id, Tick(), None, now_ms=now_ms)
            await self._take_turns(room_id, now_ms)
            await self._store.rest(room_id, (await self._store.read(room_id)).state)

    async def look(self, room_id: RoomId) -> RoomState | None:
        """The room as it stands, None when it does not exist."""
        if feed := self._hub.feeds.get(room_id):
            return self._store.timely(feed.state)
        return (await self._store.read(room_id)).state

    async def foresee(self, room_id: RoomId, command: AnyCommand) -> Refusal | None:
        """How the room would answer now; nothing is done, and by the time it is, the answer may be another."""
        verdict = reduce(await self.look(room_id), command, self._store.live.now_ms())
        return verdict if isinstance(verdict, Refusal) else None

    async def has_answered(self, room_id: RoomId, user: UserId, ref: str) -> bool:
        """Whether this ref of this player was accepted here before."""
        state = await self.look(room_id)
        answered = refs.answer(state, user, ref) if state else None
        return answered is not None and not answered.code

    async def _take_turns(self, room_id: RoomId, now_ms: int) -> None:
        """Let the bots whose moment has come do something, each on what it sees by then."""
        state = await self.look(room_id)
        waiting = turns.due(state, now_ms) if state else []
        feed = self._hub.feeds.get(room_id)
        # Read once: what the bots of one moment say to each other, they hear in the next.
        chat = feed.chat if feed else await self._store.chat(room_id) if waiting else []
        for turn in waiting:
            state = await self.look(room_id)
            # The turn before may have ended the phase that this moment belonged to.
            if state and turn in turns.due(state, now_ms):
                await self._perform(room_id, bots.taken(state, turn, chat=chat, now_ms=now_ms), None, now_ms=now_ms)

    async def _perform(
        self, room_id: RoomId, command: AnyCommand, ref: str | None, *, now_ms: int = 0
    ) -> Refusal | None:
        # A look even where there is no room yet: it brings Redis' time, and a process may begin with an `Open`.
        state = await self.look(room_id)
        for _ in range(ATTEMPTS):
            if answered := _answered(state, command, ref):
                return Refusal(answered.code) if answered.code else None
            moment = max(now_ms, self._store.live.now_ms())
            refusal, change = _judged(state, command, ref, moment)
            if change is None or (change.state is state and not change.facts):
                return refusal
            result = await self._committed(state, change, command, moment)
            match result:
                case Written():
                    await self._tell(state, result.state, change, moment)
                    await self._clear_up(result, change)
                    return refusal
                case TooLate():
                    return Refusal.WRONG_PHASE
                case Conflict():
                    await self._hub.catch_up(room_id)
                    state = result.state
        raise RuntimeError(room_id)

    async def _committed(
        self, before: RoomState | None, change: Change, command: AnyCommand, now_ms: int
    ) -> Written | Conflict | TooLate:
        """Commit, and when the reply is lost ask again under the same commit id."""
        commit_id = uuid.uuid4().hex
        for pause in RETRY_AFTER_S:
            try:
                return await self._store.commit(before, change, command, commit_id=commit_id, now_ms=now_ms)
            except RedisError:
                await asyncio.sleep(pause)
        return await self._store.commit(before, change, command, commit_id=commit_id, now_ms=now_ms)

    async def _tell(self, before: RoomState | None, after: RoomState, change: Change, now_ms: int) -> None:
        feed = self._hub.feeds.get(after.room_id)
        if feed is not None and before is not None and feed.state.version < before.version:
            await self._hub.catch_up(after.room_id)
        elif feed is not None:
            feed.tell(after, change.facts, now_ms)
        if change.facts:
            self._hub.ring(after.room_id)

    async def _clear_up(self, written: Written, change: Change) -> None:
        """After the commit: what fails here is made up for later, and must not take the answer back."""
        with suppress(RedisError):
            await self._release(written, change)
            if written.state.closed:
                await self._hub.shut(written.state.room_id)

    async def _release(self, written: Written, change: Change) -> None:
        """Give back the claims of those who no longer sit here; one that is lost here is found stale later."""
        after, gone = written.state, {fact.user_id for fact in change.facts if isinstance(fact, Unseated)}
        claim = Claim(after.room_id, EVER if after.closed else written.moment)
        leavers = sorted(gone | set(after.players if after.closed else ()))
        await together(*(self._claims.release(user, claim) for user in leavers))
        if after.closed:
            await self._claims.release_code(after.room_code, after.room_id)


def _answered(state: RoomState | None, command: AnyCommand, ref: str | None) -> Answer | None:
    if state is None or ref is None or isinstance(command, Tick):
        return None
    return refs.answer(state, command.by, ref)


def _judged(
    state: RoomState | None, command: AnyCommand, ref: str | None, now_ms: int
) -> tuple[Refusal | None, Change | None]:
    """The verdict, with the answer to `ref` remembered in the state wherever the player has a seat."""
    verdict = reduce(state, command, now_ms)
    refusal = verdict if isinstance(verdict, Refusal) else None
    change = None if isinstance(verdict, Refusal) else verdict
    if ref is None or isinstance(command, Tick):
        return refusal, change
    base = change.state if change else state
    if base is None or (refusal and command.by not in base.players):
        return refusal, change
    remembered = refs.remember(base, command.by, ref, refusal)
    return refusal, Change(remembered, change.facts if change else ())
