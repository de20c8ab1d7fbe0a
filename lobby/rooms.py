"""Opening a room, sitting down in one, and a look at it from the door; for pages and sockets alike."""

import secrets
import uuid
from dataclasses import dataclass
from typing import Final

from msgspec import structs

from accounts.address import is_local
from game import house as houses
from game import keys
from game.background import together
from game.claims import Claim
from game.engine import onlookers
from game.engine.commands import Join, Leave, Open, Rematch, Start
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.refusals import Refusal
from game.engine.settings import SettingsPatch
from game.engine.state import Phase, RoomState, Status
from game.house import House
from lobby import codes, picture
from lobby.picture import Picture

WINDOW_S: Final = 60
GUESSES: Final = 30
GUESSES_PER_ADDRESS: Final = 300
ROOMS_PER_ADDRESS: Final = 30
"""Wrong codes and new rooms in a window; an address may stand for a whole party: one bad guesser locks out none."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A room as somebody at the door may see it."""

    room_id: RoomId
    code: RoomCode
    status: str
    seats_taken: int
    max_players: int
    host_name: str
    gathering: bool
    """Whether it is a table of strangers that waits for those who were called to it."""
    seated: bool
    kicked: bool
    may_watch: bool = False
    """Whether the big screen is shown to this visitor."""
    picture: Picture | None = None
    """What the table looks like, for who sits at it."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who asks: identity, the name for the seat, and where the request came from."""

    user: UserId
    username: str
    address: str = ""


async def open_room(user_id: str, username: str, wish: "Wish", *, address: str = "") -> RoomCode | Refusal:
    """Open a room for a page's visitor and whoever may come; returns its code."""
    made = await make(houses.current(), Guest(UserId(user_id), username, address), wish)
    if isinstance(made, Refusal):
        return made
    state = await houses.current().play.look(made)
    return state.room_code if state else Refusal.NOT_FOUND


async def sit_down(user_id: str, username: str, code: str, *, address: str = "") -> RoomCode | Refusal:
    """Seat a page's visitor in the room with this code; returns the code."""
    seated = await join(houses.current(), Guest(UserId(user_id), username, address), code)
    if isinstance(seated, Refusal):
        return seated
    return codes.normal(code) or Refusal.NOT_FOUND


async def stand_up(user_id: str) -> None:
    """Leave the room that a page's visitor sits in; who sits nowhere has nothing to leave."""
    house = houses.current()
    if seat := await house.claims.room_of(UserId(user_id)):
        await house.play.perform(seat, Leave(UserId(user_id)))


async def move_on(user_id: str) -> None:
    """Leave the room of a page's visitor who wants another one; from a running game nobody is taken away."""
    house, user = houses.current(), UserId(user_id)
    state = await seat_of(house, user)
    if state is not None and state.status is not Status.IN_GAME:
        await house.play.perform(state.room_id, Leave(user))


async def seat_of(house: House, user: UserId) -> RoomState | None:
    """The room that the user sits in; a claim that a room just gone has left behind is no seat."""
    claimed_room = await house.claims.room_of(user)
    state = (await house.store.read(claimed_room)).state if claimed_room else None
    return state if state is not None and user in state.players else None


async def step_back(house: House, user: UserId, room_id: RoomId) -> None:
    """Leave the table if it still gathers strangers; a game, or a room of one's own choice, keeps the seat."""
    state = await house.play.look(room_id)
    if state is not None and state.is_gathering and user in state.players:
        await house.play.perform(room_id, Leave(user))


async def glance(code: str, user_id: str) -> Glance | None:
    """The room behind a code, as this visitor may see it; None when there is none."""
    house = houses.current()
    room_id = await _room_with(house, code)
    state = await house.play.look(room_id) if room_id else None
    if state is None:
        return None
    seat = await house.claims.room_of(UserId(user_id))
    host = state.players.get(state.host_id)
    is_seated = seat == state.room_id and user_id in state.players
    return Glance(
        room_id=state.room_id,
        code=state.room_code,
        status=state.status.value,
        seats_taken=len(state.players),
        max_players=state.max_players,
        host_name=host.username if host else "",
        gathering=state.is_gathering,
        seated=is_seated,
        kicked=user_id in state.kicked,
        may_watch=onlookers.barred(state, UserId(user_id)) is None,
        picture=picture.taken(state, UserId(user_id), house.live.now_ms()) if is_seated else None,
    )


async def patience(user_id: str, address: str) -> int:
    """For how many seconds a page's visitor who asked too often has to wait, at most."""
    guest = Guest(UserId(user_id), "", address)
    spent = [keys.opened(address), *(keys.guesses(name) for name, _ in _budgets(guest))]
    seconds: list[int] = await together(*map(houses.current().live.redis.ttl, spent))
    return max(1, *seconds)


async def table_of(user_id: str) -> RoomCode | None:
    """The code of the room that this visitor sits in."""
    house = houses.current()
    seat = await house.claims.room_of(UserId(user_id))
    state = await house.play.look(seat) if seat else None
    return state.room_code if state else None


@dataclass(frozen=True, slots=True)
class Wish:
    """The room that somebody wants."""

    is_public: bool
    max_players: int
    patch: SettingsPatch = SettingsPatch()


async def make(house: House, guest: Guest, wish: Wish, *, ref: str | None = None) -> RoomId | Refusal:
    """Open a room with the guest on its first seat."""
    if not await _may_open(house, guest):
        return Refusal.RATE_LIMITED
    room_id, code = RoomId(str(uuid.uuid4())), codes.pool.take()
    opening = Open(guest.user, guest.username, room_id, code, wish.is_public, wish.max_players, wish.patch)
    if refusal := await house.play.foresee(room_id, opening):
        return refusal
    claim = await claimed(house, guest.user, room_id)
    if claim.room != room_id:
        return Refusal.ALREADY_IN_ROOM
    while not await house.claims.take_code(code, room_id):
        code = codes.pool.take()
    opening = structs.replace(opening, room_code=code)
    refusal = await house.play.perform(room_id, opening, ref=ref)
    if refusal is None:
        return room_id
    await house.claims.release(guest.user, claim)
    await house.claims.release_code(code, room_id)
    return refusal


async def join(house: House, guest: Guest, code: str, *, ref: str | None = None) -> RoomId | Refusal:
    """Seat the guest in the room with this code, or find the seat that is still kept."""
    room = await found(house, guest, code)
    return room if isinstance(room, Refusal) else await seat(house, guest, room, ref=ref)


async def found(house: House, guest: Guest, code: str) -> RoomId | Refusal:
    """The room that this code leads to; whoever guesses codes has to slow down."""
    room_id = await _room_with(house, code)
    if await _has_guessed_enough(house, guest, is_wrong=room_id is None):
        return Refusal.RATE_LIMITED
    if room_id is None:
        await _note_guess(house, guest)
        return Refusal.NOT_FOUND
    return room_id


async def seat(
    house: House, guest: Guest, room_id: RoomId, *, ref: str | None = None, is_called: bool = False
) -> RoomId | Refusal:
    """Seat the guest in this room, or find the seat that is still kept; strangers are called to theirs."""
    joining = Join(guest.user, guest.username, is_called)
    was_there = await house.claims.room_of(guest.user) == room_id
    if not was_there and (refusal := await house.play.foresee(room_id, joining)):
        return refusal  # before the old seat is given up for nothing
    claim = await claimed(house, guest.user, room_id)
    if claim.room != room_id:
        return Refusal.ALREADY_IN_ROOM
    refusal = await house.play.perform(room_id, joining, ref=ref)
    if refusal is None:
        return await confirmed(house, guest.user, room_id)
    if not was_there:
        await house.claims.release(guest.user, claim)
    return refusal


def started(by: UserId) -> Start:
    """The word to begin: the dice are thrown here, by the system's own chance."""
    return Start(by, seed=secrets.token_hex(32), game_id=str(uuid.uuid4()))


def once_more(by: UserId) -> Rematch:
    """The word for another game; whose word completes the table has brought the dice."""
    dice = started(by)
    return Rematch(by, dice.seed, dice.game_id)


async def claimed(house: House, user: UserId, room_id: RoomId) -> Claim:
    """Claim the user's one seat; a table that is over is left for it. Returns the claim that stands."""
    claim = await house.claims.take(user, room_id)
    if claim.room == room_id or not is_over(await house.play.look(claim.room)):
        return claim
    await house.play.perform(claim.room, Leave(user))
    return await house.claims.take(user, room_id)


async def confirmed(house: House, user: UserId, room_id: RoomId) -> RoomId | Refusal:
    """Renew the claim now that the seat is taken: a seat given up just before may have given back the old one."""
    claim = await house.claims.take(user, room_id)
    if claim.room != room_id:
        await house.play.perform(room_id, Leave(user))
        return Refusal.ALREADY_IN_ROOM
    state = (await house.store.read(room_id)).state
    if state is not None and user in state.players:
        return room_id
    await house.claims.release(user, claim)
    return Refusal.NOT_IN_ROOM


def is_over(state: RoomState | None) -> bool:
    """Whether the game is over: one may go on from there to the next table."""
    return state is not None and state.phase is Phase.ENDED


async def _room_with(house: House, code: str) -> RoomId | None:
    normal = codes.normal(code)
    return await house.claims.room_with(normal) if normal else None


async def _may_open(house: House, guest: Guest) -> bool:
    """Rooms cost a row each, and who sends no cookie is a new user each time: so they are counted by address."""
    if is_local(guest.address):
        return True
    opened = await house.live.call("spend", (keys.opened(guest.address),), (WINDOW_S,))
    return int(opened) <= ROOMS_PER_ADDRESS


async def _has_guessed_enough(house: House, guest: Guest, *, is_wrong: bool) -> bool:
    """Whoever has guessed a lot waits; a party at the same address waits for it only with wrong codes of its own."""
    for name, bound in _budgets(guest):
        if (is_wrong or name == guest.user) and int(await house.live.redis.get(keys.guesses(name)) or 0) >= bound:
            return True
    return False


async def _note_guess(house: House, guest: Guest) -> None:
    for name, _ in _budgets(guest):
        await house.live.call("spend", (keys.guesses(name),), (WINDOW_S,))


def _budgets(guest: Guest) -> list[tuple[str, int]]:
    by_address = [(guest.address, GUESSES_PER_ADDRESS)] if guest.address else []
    return [(guest.user, GUESSES), *by_address]
