"""How a table gets its room, and how it is given up: claims, a code, one command that seats all. It picks nobody."""

import secrets
import uuid
from collections.abc import Collection, Iterable, Sequence

from django.conf import settings
from msgspec import structs

from game.background import together
from game.claims import EVER, Claim
from game.engine.commands import Convene, Guest, Leave
from game.engine.ids import RoomId, UserId
from game.engine.state import RoomState
from game.house import House
from lobby import botnames, rooms
from matchmaking.grouping import FEWEST
from matchmaking.queue import Queue, Table, Tickets


async def convene(house: House, queue: Queue, room_id: RoomId, table: Table, holders: Tickets) -> bool:
    """Make the room with everybody who may sit there; False when the table is given up, or another's by now."""
    ours, elsewhere = await _claimed(house, queue, room_id, holders)
    bots = _bots(table, [holders[user].username for user in ours])
    is_enough = bool(ours) and len(ours) + len(bots) >= table.least
    if not is_enough or not await _has_code(house, room_id, table):
        await part(house, queue, room_id, table, give_back=holders.keys() - elsewhere, end=elsewhere)
        return False
    ready = structs.replace(table, called=tuple(ours))
    rest = holders.keys() - elsewhere - set(ours)
    if not await queue.revise(room_id, table, ready, give_back=rest, end=elsewhere):
        return False
    if await house.play.perform(room_id, _command(room_id, ready, holders, bots)) is not None:
        return await _is_open(house, queue, room_id, ready)
    return await _noted(house, queue, room_id, ready)


async def part(  # noqa: PLR0913 - the same as of a revision
    house: House,
    queue: Queue,
    room_id: RoomId,
    table: Table,
    *,
    give_back: Collection[UserId],
    end: Collection[UserId] = (),
) -> None:
    """End the table without a game. The claims go first: who is back in the queue must be free for the next table."""
    await unclaim(house, room_id, give_back)
    await house.claims.release_code(table.code, room_id)
    await queue.revise(room_id, table, None, give_back=give_back, end=end)


async def unclaim(house: House, room_id: RoomId, users: Iterable[UserId]) -> None:
    """Free these people for another table."""
    await together(*(house.claims.release(user, Claim(room_id, EVER)) for user in users))


def is_ghost(user: UserId, state: RoomState, holders: Tickets) -> bool:
    """Whether the seat, at a table that gathers, is that of a ticket given back in that moment: nobody ever came."""
    player = state.players.get(user)
    is_empty = player is not None and not player.connection
    return is_empty and state.appointment is not None and user not in holders


async def free(house: House, queue: Queue, user: UserId, room_id: RoomId | None = None) -> bool:
    """Give up a seat elsewhere that means nothing, a ghost or one at a table that is over; False for any other."""
    # One look decides: the seat of a ticket just given back may come to be between two of them.
    state = await rooms.seat_of(house, user)
    if state is None or state.room_id == room_id:
        return True
    is_in_vain = rooms.is_over(state) or is_ghost(user, state, await queue.holders(state.room_id, [user]))
    if is_in_vain:
        await house.play.perform(state.room_id, Leave(user))
    return is_in_vain


async def _claimed(
    house: House, queue: Queue, room_id: RoomId, users: Iterable[UserId]
) -> tuple[list[UserId], set[UserId]]:
    """Claim everybody's one seat: those whom we have now, and those who sit elsewhere."""
    users = list(users)
    claims = await together(*(rooms.claimed(house, user, room_id) for user in users))
    ours = [user for user, claim in zip(users, claims, strict=True) if claim.room == room_id]
    others = [user for user in users if user not in ours]
    are_free = await together(*(free(house, queue, user, room_id) for user in others))
    return ours, {user for user, is_free in zip(others, are_free, strict=True) if not is_free}


async def _has_code(house: House, room_id: RoomId, table: Table) -> bool:
    return await house.claims.take_code(table.code, room_id) or await house.claims.room_with(table.code) == room_id


def _bots(table: Table, names: list[str]) -> tuple[Guest, ...]:
    """Where the site allows it, enough of them for a table that was called short because somebody's time was up."""
    missing = FEWEST - len(names) if settings.BOTS_FILL_PUBLIC and table.size < FEWEST else 0
    bots = []
    for _ in range(missing):
        names.append(botnames.draw(names))
        bots.append(Guest(UserId(str(uuid.uuid4())), names[-1]))
    return tuple(bots)


def _command(room_id: RoomId, table: Table, holders: Tickets, bots: Sequence[Guest]) -> Convene:
    """The dice are thrown here, by the system's own chance; of two who convene, those of the first commit count."""
    return Convene(
        by=table.called[0],
        room_id=room_id,
        room_code=table.code,
        guests=tuple(Guest(user, holders[user].username) for user in table.called),
        bots=tuple(bots),
        least=table.least,
        seed=secrets.token_hex(32),
        game_id=str(uuid.uuid4()),
    )


async def _is_open(house: House, queue: Queue, room_id: RoomId, table: Table) -> bool:
    """After a refusal: somebody was first, or the room cannot be, and nobody may wait for it."""
    if (await house.store.read(room_id)).state is not None:
        return True
    await part(house, queue, room_id, table, give_back=table.called)
    return False


async def _noted(house: House, queue: Queue, room_id: RoomId, table: Table) -> bool:
    """Note that everybody is seated; should all have gone back to the queue meanwhile, the room is nobody's.

    The claims are renewed now that the room is there: before, they could be taken for stale.
    """
    if await queue.revise(room_id, table, structs.replace(table, called=(), seated=table.called)):
        await together(*(rooms.confirmed(house, user, room_id) for user in table.called))
        return True
    if await queue.table(room_id) is None:
        for user in table.called:
            await house.play.perform(room_id, Leave(user))
    return False
