"""A game alone, against bots, that is under way at once; it takes nobody away from a table with other people."""

import uuid
from typing import Final

from game import house as houses
from game.engine.commands import AddBot, Leave
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.refusals import Refusal
from game.engine.settings import Preset, SettingsPatch
from game.house import House
from lobby import botnames, rooms
from lobby.rooms import Guest, Wish

SEATS: Final = 7
"""Two of the mafia, a detective and a doctor: the smallest table that has everything."""


async def open_room(user_id: str, username: str, *, address: str = "") -> RoomCode | Refusal:
    """Seat a page's visitor among bots and begin; returns the code of the room."""
    house, user = houses.current(), UserId(user_id)
    await abandon(user_id)
    wish = Wish(is_public=False, max_players=SEATS, patch=SettingsPatch(preset=Preset.RAPID))
    made = await rooms.make(house, Guest(user, username, address), wish)
    if isinstance(made, Refusal):
        return made
    refusal = await _begin(house, user, made)
    state = await house.play.look(made)
    return refusal or (state.room_code if state else Refusal.NOT_FOUND)


async def abandon(user_id: str) -> None:
    """Leave a table at which only bots would miss this visitor."""
    house, user = houses.current(), UserId(user_id)
    seat = await house.claims.room_of(user)
    state = await house.play.look(seat) if seat else None
    if state is not None and list(state.people) == [user] and len(state.players) > 1:
        await house.play.perform(state.room_id, Leave(user))


async def _begin(house: House, user: UserId, room: RoomId) -> Refusal | None:
    names: list[str] = []
    while len(names) < SEATS - 1:
        names.append(botnames.draw(names))
        if refusal := await house.play.perform(room, AddBot(user, UserId(str(uuid.uuid4())), names[-1])):
            return refusal
    return await house.play.perform(room, rooms.started(user))
