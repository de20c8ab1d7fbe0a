"""Rooms over a real Redis, and the processes that act on them; nothing ticks unless a test says so."""

import uuid
from typing import Any

import redis.asyncio
from channels.layers import channel_layers

from game import keys
from game.clock import Clock
from game.engine.commands import Connect, Join, Leave, Open, SetReady, Start
from game.engine.ids import ConnectionId, RoomCode, RoomId, UserId
from game.engine.settings import SettingsPatch
from game.engine.state import Phase, RoomState
from game.house import House
from game.pulse import Pulse

SEED = "5eed" * 16


class Houses:
    """What several gateways would hold, here on one event loop."""

    def __init__(self, live: redis.asyncio.Redis) -> None:
        self.redis: Any = live
        self.all: list[House] = []

    def house(self) -> House:
        """One more process."""
        self.all.append(House())
        return self.all[-1]

    async def close(self) -> None:
        """End them all."""
        for house in self.all:
            await house.close()
        if self.all:
            await channel_layers["default"].flush()


def user(number: int = 0) -> UserId:
    """The same id for the same number."""
    return UserId(str(uuid.UUID(int=number + 1)))


def room_id() -> RoomId:
    """A room that nobody has had."""
    return RoomId(str(uuid.uuid4()))


def opening(room: RoomId, *, seats: int = 16, by: UserId | None = None) -> Open:
    """The command that makes a room."""
    return Open(by or user(), "P0", room, RoomCode(room[:6]), False, seats, SettingsPatch(vote_time=120))  # noqa: FBT003


async def lobby(house: House, seats: int) -> RoomId:
    """A room with everybody on a seat, connected and ready."""
    room = room_id()
    await accepted(house, room, opening(room))
    for number in range(1, seats):
        await accepted(house, room, Join(user(number), f"P{number}"))
    for number in range(seats):
        await accepted(house, room, Connect(user(number), ConnectionId(f"{number:03d}")))
        await accepted(house, room, SetReady(user(number), ready=True))
    return room


async def game(house: House, seats: int) -> RoomId:
    """A room in its first night."""
    room = await lobby(house, seats)
    await accepted(house, room, Start(user(), SEED, str(uuid.uuid4())))
    return room


async def state_of(house: House, room: RoomId) -> RoomState:
    """The room as Redis has it."""
    state = (await house.store.read(room)).state
    assert state is not None
    return state


async def accepted(house: House, room: RoomId, command: object) -> None:
    """Do it; it has to be allowed."""
    assert await house.play.perform(room, command) is None  # type: ignore[arg-type]


async def hasten(house: House, room: RoomId, phase: Phase) -> RoomState:
    """Let the deadlines of this room come at once, until it is in that phase."""
    while (state := await state_of(house, room)).phase is not phase:
        assert state.timers.phase_ends_at is not None
        await advance(house, room, state.timers.phase_ends_at)
    return state


async def advance(house: House, room: RoomId, moment: int) -> None:
    """Wake the room as if it were that moment."""
    await house.play.wake(room, moment)


async def voting(house: House, seats: int) -> RoomId:
    """A room in which everybody may vote now."""
    room = await game(house, seats)
    await hasten(house, room, Phase.VOTING)
    return room


def clock_of(house: House) -> Clock:
    """What moves the deadlines."""
    return Clock(house.store, house.play)


def physical(room: RoomId) -> str:
    """The room's own key."""
    return keys.of_room(room).room


async def leave(house: House, room: RoomId, number: int) -> None:
    """Somebody gives the seat up."""
    await accepted(house, room, Leave(user(number)))


async def tick(house: House) -> None:
    """One look at all deadlines, and all that it wakes."""
    clock = clock_of(house)
    await clock.tick()
    await clock.wakes.settled()


async def beat(house: House) -> None:
    """One look of the pulse, and all that it brings to light."""
    pulse = Pulse(house.store, house.hub, house.play)
    await pulse.beat()
    await pulse.rounds.settled()
