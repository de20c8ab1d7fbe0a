"""A game alone, against bots, that is under way at once; it takes nobody away from a table with other people."""

import asyncio
import uuid
from typing import Final

from game import house as houses
from game import keys
from game.engine.commands import AddBot, Leave
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.refusals import Refusal
from game.engine.settings import Preset, SettingsPatch
from game.engine.state import Phase, RoomState
from game.house import House
from lobby import botnames, rooms
from lobby.rooms import Guest, Wish

SEATS: Final = 7
"""Two of the mafia, a detective and a doctor: the smallest table that has everything."""

RULES: Final = SettingsPatch(preset=Preset.RAPID, reveal_time=12)
"""Rapid, but with time to find out how a card is looked at; a tap makes it shorter."""

MAKING_S: Final = 10
"""How long a visitor's second submit waits for the first; a claim that one has died with is stale by then."""

_making: Final[set["asyncio.Task[RoomCode | Refusal]"]] = set()


async def open_room(user_id: str, username: str, *, address: str = "") -> RoomCode | Refusal:
    """Seat a page's visitor among bots and begin; returns the code of the room.

    A browser that submits twice hangs up on the first answer: its table is made to the end, and the second leads there.
    """
    making = asyncio.ensure_future(_open_once(Guest(UserId(user_id), username, address)))
    _making.add(making)
    making.add_done_callback(_making.discard)
    return await asyncio.shield(making)


async def abandon(user_id: str) -> None:
    """Leave a table at which only bots would miss this visitor, or a room to which nobody ever came."""
    house, user = houses.current(), UserId(user_id)
    state = await rooms.seat_of(house, user)
    if state is not None and _is_alone(state, user) and (len(state.players) > 1 or not _has_come(state, user)):
        await house.play.perform(state.room_id, Leave(user))


async def _open_once(guest: Guest) -> RoomCode | Refusal:
    house = houses.current()
    async with house.live.redis.lock(keys.practice(guest.user), timeout=MAKING_S, raise_on_release_error=False):
        state = await rooms.seat_of(house, guest.user)
        if state is not None and _is_waiting(state, guest.user):
            return state.room_code
        await abandon(guest.user)
        return await _open(house, guest)


async def _open(house: House, guest: Guest) -> RoomCode | Refusal:
    wish = Wish(is_public=False, max_players=SEATS, patch=RULES)
    made = await rooms.make(house, guest, wish)
    if isinstance(made, Refusal):
        return made
    if refusal := await _begin(house, guest.user, made):
        await house.play.perform(made, Leave(guest.user))
        return refusal
    state = await house.play.look(made)
    return state.room_code if state else Refusal.NOT_FOUND


async def _begin(house: House, user: UserId, room: RoomId) -> Refusal | None:
    names: list[str] = []
    while len(names) < SEATS - 1:
        names.append(botnames.draw(names))
        if refusal := await house.play.perform(room, AddBot(user, UserId(str(uuid.uuid4())), names[-1])):
            return refusal
    return await house.play.perform(room, rooms.started(user))


def _is_waiting(state: RoomState, user: UserId) -> bool:
    """Whether a game against bots is under way that this visitor has yet to see."""
    is_running = state.phase not in {Phase.LOBBY, Phase.ENDED}
    return is_running and _is_alone(state, user) and not _has_come(state, user)


def _is_alone(state: RoomState, user: UserId) -> bool:
    return state.people == [user]


def _has_come(state: RoomState, user: UserId) -> bool:
    return state.players[user].connection != ""
