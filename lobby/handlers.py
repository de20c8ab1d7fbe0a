"""What the lobby does with each client event: rooms are made, entered, readied, started and left."""

import uuid

from game import feed
from game.engine import view
from game.engine.commands import AddBot, Configure, Kick, Leave, RemoveBot, SetReady
from game.engine.ids import RoomId, UserId
from game.engine.refusals import Refusal
from game.feed import Feed
from game.handlers import act
from game.house import House
from game.session import Socket
from lobby import botnames, rooms, wire
from lobby.rooms import Guest, Wish


async def create(house: House, socket: Socket, event: wire.RoomCreate) -> Refusal | None:
    """`room:create`."""
    if event.ref and socket.room and await house.play.has_answered(socket.room, socket.user, event.ref):
        return None
    wish = Wish(is_public=event.is_public, max_players=event.max_players, patch=event.settings)
    return await _enter(house, socket, await rooms.make(house, _guest(socket), wish, ref=event.ref))


async def join(house: House, socket: Socket, event: wire.RoomJoin) -> Refusal | None:
    """`room:join`."""
    return await _enter(house, socket, await rooms.join(house, _guest(socket), event.room_code, ref=event.ref))


async def watch(house: House, socket: Socket, event: wire.RoomWatch) -> Refusal | None:
    """`room:watch`."""
    room = await rooms.found(house, _guest(socket), event.room_code)
    return room if isinstance(room, Refusal) else await house.gallery.enter(room, socket)


async def leave(house: House, socket: Socket, event: wire.RoomLeave) -> Refusal | None:
    """`room:leave`."""
    return await act(house, socket, Leave(socket.user), event.ref)


async def ready(house: House, socket: Socket, event: wire.RoomReady) -> Refusal | None:
    """`room:ready`."""
    return await act(house, socket, SetReady(socket.user, ready=True), event.ref)


async def unready(house: House, socket: Socket, event: wire.RoomUnready) -> Refusal | None:
    """`room:unready`."""
    return await act(house, socket, SetReady(socket.user, ready=False), event.ref)


async def kick(house: House, socket: Socket, event: wire.RoomKick) -> Refusal | None:
    """`room:kick`."""
    return await act(house, socket, Kick(socket.user, UserId(event.user_id)), event.ref)


async def add_bot(house: House, socket: Socket, event: wire.RoomAddBot) -> Refusal | None:
    """`room:addBot`."""
    state = await house.play.look(socket.room) if socket.room else None
    taken = [player.username for player in state.players.values()] if state else []
    return await act(house, socket, AddBot(socket.user, UserId(str(uuid.uuid4())), botnames.draw(taken)), event.ref)


async def remove_bot(house: House, socket: Socket, event: wire.RoomRemoveBot) -> Refusal | None:
    """`room:removeBot`."""
    return await act(house, socket, RemoveBot(socket.user, UserId(event.user_id)), event.ref)


async def start(house: House, socket: Socket, event: wire.RoomStart) -> Refusal | None:
    """`room:start`."""
    return await act(house, socket, rooms.started(socket.user), event.ref)


async def configure(house: House, socket: Socket, event: wire.RoomSettings) -> Refusal | None:
    """`room:settings`."""
    command = Configure(socket.user, event.patch, event.max_players, event.is_public)
    return await act(house, socket, command, event.ref)


async def rematch(house: House, socket: Socket, event: wire.RoomRematch) -> Refusal | None:
    """`room:rematch`."""
    return await act(house, socket, rooms.once_more(socket.user), event.ref)


async def sync(house: House, socket: Socket, _event: wire.RoomSync) -> Refusal | None:
    """`room:sync`."""
    if socket.room is not None:
        await house.hub.refresh(socket.room)
    if socket.room is None or socket.room not in house.hub.feeds:
        return Refusal.NOT_IN_ROOM
    house.hub.feeds[socket.room].greet(socket, house.live.now_ms())
    return None


def show(house: House, socket: Socket, entered: Feed) -> None:
    """Show the socket the room that it has come into."""
    socket.put(feed.encoded(view.room(entered.state)))
    entered.greet(socket, house.live.now_ms())


async def _enter(house: House, socket: Socket, room: RoomId | Refusal) -> Refusal | None:
    """Bring the socket to its new seat, and show it the room."""
    if isinstance(room, Refusal):
        return room
    entered = await house.play.enter(room, socket)
    if isinstance(entered, Refusal):
        return entered
    show(house, socket, entered)
    return None


def _guest(socket: Socket) -> Guest:
    return Guest(socket.user, socket.username, socket.address)
