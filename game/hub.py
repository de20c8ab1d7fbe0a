"""All rooms that this process shows, each followed by one group membership; the ring is a doorbell, never a parcel."""

import asyncio
import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any, Final
from weakref import WeakValueDictionary

from channels.layers import BaseChannelLayer

from game.closing import CloseCode
from game.codec import Entry
from game.engine.facts import LeaveReason
from game.engine.frames import RoomLeft
from game.engine.ids import ConnectionId, RoomId, UserId
from game.errands import Errands
from game.feed import Feed
from game.session import Socket
from game.store import Store

_EVERYBODY: Final = "gateways"


class Hub:
    """The sockets of this process by room and by user."""

    def __init__(self, store: Store, layer: BaseChannelLayer) -> None:
        """Show what this store holds; hear of other processes through this layer."""
        self.feeds: dict[RoomId, Feed] = {}
        self.sockets: dict[UserId, Socket] = {}
        self._store = store
        self._layer = layer
        self._process = uuid.uuid4().hex
        self._channel = ""
        self._opening = asyncio.Lock()
        self._locks: WeakValueDictionary[RoomId, asyncio.Lock] = WeakValueDictionary()
        self._to_ring: dict[RoomId, None] = {}
        self._ringing = asyncio.Event()
        self.catching_up = Errands("the catching up")

    def lock(self, room_id: RoomId) -> asyncio.Lock:
        """The room's lock in this process: changes are made and shown one after the other."""
        return self._locks.setdefault(room_id, asyncio.Lock())

    async def open(self, room_id: RoomId) -> Feed | None:
        """The room's feed, opened if need be; None when there is no such room. Hold the room's lock."""
        if feed := self.feeds.get(room_id):
            return feed
        # Joined before the first read, or a change between the two would not be heard of.
        await self._layer.group_add(_group(room_id), await self._own_channel())
        reading = await self._store.read(room_id)
        if reading.state is None:
            await self._layer.group_discard(_group(room_id), self._channel)
            return None
        chat = await self._store.chat(room_id, up_to=reading.version)
        feed = self.feeds[room_id] = Feed(reading.state, chat)
        return feed

    async def shut(self, room_id: RoomId) -> None:
        """Stop following a room that nobody here sits in or looks at. Hold the room's lock."""
        feed = self.feeds.get(room_id)
        if feed is not None and not feed.is_followed:
            del self.feeds[room_id]
            await self._layer.group_discard(_group(room_id), self._channel)

    def release(self, socket: Socket) -> None:
        """Let the socket follow no room; the pulse lets go of a feed that nobody is left in."""
        if socket.room is not None and (feed := self.feeds.get(socket.room)):
            feed.detach(socket)

    async def catch_up(self, room_id: RoomId) -> None:
        """Read and show what other processes have written since. Hold the room's lock."""
        feed = self.feeds.get(room_id)
        if feed is None:
            return
        known = feed.state
        reading = await self._store.read(room_id, known.version)
        now_ms = self._store.live.now_ms()
        if reading.version == 0:
            feed.disband(RoomLeft(room_id, LeaveReason.CLOSED))
        elif reading.state is None:
            feed.tell(self._store.timely(known), (), now_ms)
        elif _follow(reading.entries, known.version, reading.version):
            feed.tell(reading.state, [fact for _, entry in reading.entries for fact in entry.facts], now_ms)
        else:
            feed.tell(reading.state, (), now_ms)
            feed.resync(now_ms)

    async def refresh(self, room_id: RoomId) -> None:
        """Catch up, and stop following when nobody is left here.

        Not while a socket is on its way in: its commit may meet a conflict, and needs the feed after that.
        """
        async with self.lock(room_id):
            await self.catch_up(room_id)
            await self.shut(room_id)

    def ring(self, room_id: RoomId) -> None:
        """Tell the other processes that there is something to read."""
        self._to_ring[room_id] = None
        self._ringing.set()

    async def take_over(self, socket: Socket) -> None:
        """This is the user's one live connection from now on, here and elsewhere, unless a newer one was faster."""
        socket.connection = await self._store.new_connection(socket.user)
        self._supersede(socket.user, socket.connection)
        if self.sockets.setdefault(socket.user, socket) is not socket:
            socket.close(CloseCode.OPENED_ELSEWHERE)
            return
        await self._claim(socket)

    def drop(self, socket: Socket) -> None:
        """The socket is gone."""
        if self.sockets.get(socket.user) is socket:
            del self.sockets[socket.user]

    async def hear(self) -> None:
        """Answer the next doorbell."""
        message = await self._layer.receive(await self._own_channel())
        if message.get("by") != self._process:
            await self._heard(message)

    async def send_rings(self) -> None:
        """Ring for what has changed; many changes of one room in a moment are one ring."""
        await self._ringing.wait()
        self._ringing.clear()
        while self._to_ring:
            room_id = next(iter(self._to_ring))
            del self._to_ring[room_id]
            try:
                await self._layer.group_send(_group(room_id), {"type": "ring", "room": room_id, "by": self._process})
            except BaseException:
                self.ring(room_id)
                raise

    async def _own_channel(self) -> str:
        """The one channel of this process, made as soon as Redis is there."""
        async with self._opening:
            if not self._channel:
                channel = await self._layer.new_channel()
                await self._layer.group_add(_EVERYBODY, channel)
                self._channel = channel
        return self._channel

    async def _heard(self, message: dict[str, Any]) -> None:
        match message:
            case {"type": "ring", "room": str(room)}:
                self.catching_up.run(RoomId(room), partial(self.refresh, RoomId(room)))
            case {"type": "taken", "user": str(user), "connection": str(connection)}:
                self._supersede(UserId(user), ConnectionId(connection))
                if newer := self.sockets.get(UserId(user)):
                    # Whoever claims to be the one has not heard of ours, which came first through the door.
                    await self._claim(newer)

    async def _claim(self, socket: Socket) -> None:
        notice = {"type": "taken", "user": socket.user, "connection": socket.connection, "by": self._process}
        await self._layer.group_send(_EVERYBODY, notice)

    def _supersede(self, user: UserId, connection: ConnectionId) -> None:
        earlier = self.sockets.get(user)
        if earlier is not None and earlier.connection < connection:
            del self.sockets[user]
            earlier.close(CloseCode.OPENED_ELSEWHERE)


def _follow(entries: Sequence[tuple[int, Entry]], known: int, version: int) -> bool:
    """Whether these entries are all that happened since; a Redis that lost its last second has even gone back."""
    return version > known and [each for each, _ in entries] == list(range(known + 1, version + 1))


def _group(room_id: RoomId) -> str:
    return f"room.{room_id}"
