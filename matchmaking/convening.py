"""How a table gets its room, and how it is given up: claims, a code, one command that seats all. It picks nobody."""

import asyncio
import secrets
import uuid
from collections.abc import Collection, Iterable, Sequence

from django.conf import settings
from msgspec import structs

from game.claims import EVER, Claim
from game.engine.commands import Convene, Guest, Leave
from game.engine.ids import RoomId, UserId
from game.house import House
from lobby import botnames, rooms
from matchmaking.grouping import FEWEST
from matchmaking.queue import Holders, Queue, Table


async def convene(house: House, queue: Queue, room_id: RoomId, table: Table, holders: Holders) -> bool:
    """Make the room with everybody who may sit there; False when the table is given up, or another's by now."""
    ours, elsewhere = await _claimed(house, queue, room_id, holders)
    bots = _bots(holders[user].username for user in ours)
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
    await asyncio.gather(*(house.claims.release(user, Claim(room_id, EVER)) for user in give_back))
    await house.claims.release_code(table.code, room_id)
    await queue.revise(room_id, table, None, give_back=give_back, end=end)


async def sits_elsewhere(house: House, queue: Queue, user: UserId, room_id: RoomId | None = None) -> bool:
    """Whether the user has a seat in another room.

    A claim that a room just gone has left behind is no seat. Nor is one that was made for a ticket given back in that
    moment, at a table that gathers and to which the user never came: it is given up.
    """
    seat = await house.claims.room_of(user)
    state = (await house.store.read(seat)).state if seat and seat != room_id else None
    if state is None or user not in state.players:
        return False
    has_come = state.appointment is None or state.players[user].connection
    if not has_come and not await queue.holders(state.room_id, [user]):
        await house.play.perform(state.room_id, Leave(user))
        return False
    return True


async def _claimed(
    house: House, queue: Queue, room_id: RoomId, users: Iterable[UserId]
) -> tuple[list[UserId], set[UserId]]:
    """Claim everybody's one seat: those whom we have now, and those who sit elsewhere."""
    users = list(users)
    claims = await asyncio.gather(*(rooms.claimed(house, user, room_id) for user in users))
    ours = [user for user, claim in zip(users, claims, strict=True) if claim.room == room_id]
    others = [user for user in users if user not in ours]
    sitting = await asyncio.gather(*(sits_elsewhere(house, queue, user, room_id) for user in others))
    return ours, {user for user, sits in zip(others, sitting, strict=True) if sits}


async def _has_code(house: House, room_id: RoomId, table: Table) -> bool:
    return await house.claims.take_code(table.code, room_id) or await house.claims.room_with(table.code) == room_id


def _bots(taken: Iterable[str]) -> tuple[Guest, ...]:
    """Where the site allows it, enough of them for the smallest table."""
    names = list(taken)
    missing = FEWEST - len(names) if settings.BOTS_FILL_PUBLIC else 0
    bots = []
    for _ in range(missing):
        names.append(botnames.draw(names))
        bots.append(Guest(UserId(str(uuid.uuid4())), names[-1]))
    return tuple(bots)


def _command(room_id: RoomId, table: Table, holders: Holders, bots: Sequence[Guest]) -> Convene:
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
    """Note that everybody is seated; should all have gone back to the queue meanwhile, the room is nobody's."""
    if await queue.revise(room_id, table, structs.replace(table, called=(), seated=table.called)):
        await _confirmed(house, room_id, table)
        return True
    if await queue.table(room_id) is None:
        for user in table.called:
            await house.play.perform(room_id, Leave(user))
    return False


async def _confirmed(house: House, room_id: RoomId, table: Table) -> None:
    """Renew the claims now that the room is there: before, they could be taken for stale."""
    claims = await asyncio.gather(*(house.claims.take(user, room_id) for user in table.called))
    for user, claim in zip(table.called, claims, strict=True):
        if claim.room != room_id:
            await house.play.perform(room_id, Leave(user))
