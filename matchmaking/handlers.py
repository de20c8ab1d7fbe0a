"""What matchmaking does with each client event: the search begins and ends, with a seat that is given up, too."""

from msgspec import json

from game.engine.refusals import Refusal
from game.house import House
from game.session import Socket
from lobby import handlers as lobby
from lobby import rooms
from lobby.wire import RoomLeave
from matchmaking import foyer, wire
from matchmaking.frames import MatchmakingLeft


async def join(_house: House, socket: Socket, _event: wire.MatchmakingJoin) -> Refusal | None:
    """`matchmaking:join`: from a table that is over one may look for the next."""
    return None if await foyer.current().hall.join(socket) else Refusal.ALREADY_IN_ROOM


async def leave(house: House, socket: Socket, _event: wire.MatchmakingLeave) -> Refusal | None:
    """`matchmaking:leave`, also of who waits nowhere; who was called in this very moment gives the seat up."""
    if room_id := await foyer.current().hall.drop(socket) or await house.claims.room_of(socket.user):
        await rooms.step_back(house, socket.user, room_id)
    socket.put(json.encode(MatchmakingLeft()))
    return None


async def leave_room(house: House, socket: Socket, event: RoomLeave) -> Refusal | None:
    """`room:leave`: should the table part in the next moment, who has left it goes on with the others no more."""
    if socket.room is not None:
        await foyer.current().hall.drop(socket)
    return await lobby.leave(house, socket, event)
