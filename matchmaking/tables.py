"""Takes a table of strangers from the call to its game, or its people back to the queue; it chooses no company.

Nothing is remembered here. `settle` reads the table, its tickets and its room, does what comes next, and may be done
again by any process at any time: that is the whole recovery. Should a process die ...

- after the call (`revise.lua`): the table has people and no room, so whoever settles it next makes the room;
- among the claims, or after the code: both are for this room already, and taking them again changes nothing;
- after `Convene`: the room is there and the table does not know of it, so its people are noted as seated;
- before the players are told: the hall of each process reads from the ticket where to go, and so does a reconnect;
- while a replacement is on its way: it is still among the called of a table that has a room, so it joins, or goes
  back to the queue when the game has begun without it;
- while people go back to the queue: claims and code are given back before the tickets, which are what is looked for.

Two at once collide in the room's first commit and in `revise.lua`; the one that comes too late stops. One that slept
between its claims and its commit, and finds the table gone, lets everybody leave the room that it has just made.
Should it die at that very point, the seats are no-shows, lost after 15 seconds, and the claims are not theirs any more.
"""

from collections.abc import Sequence

from msgspec import structs

from game.engine.commands import Leave
from game.engine.ids import RoomId, UserId
from game.engine.refusals import Refusal
from game.engine.state import RoomState
from game.house import House
from lobby import rooms
from lobby.rooms import Guest
from matchmaking.convening import convene, free, is_ghost, part, unclaim
from matchmaking.queue import Queue, Table, Tickets


class Tables:
    """The tables that are being made."""

    def __init__(self, house: House, queue: Queue) -> None:
        """Seat in this house whom this queue has called."""
        self._house = house
        self._queue = queue

    async def settle(self, room_id: RoomId, spare: Tickets) -> None:
        """Do what comes next for the table in this room; *spare* are those who wait on, without whoever is called."""
        table = await self._queue.table(room_id)
        if table is None:
            return
        holders = await self._queue.holders(room_id, table.people)
        state = (await self._house.store.read(room_id)).state
        if state is not None and state.appointment is not None:
            await self._tend(table, holders, state, spare)
        elif state is not None:
            await self._end(table, holders, state)
        elif table.seated:
            await part(self._house, self._queue, room_id, table, give_back=holders)
        elif await convene(self._house, self._queue, room_id, table, holders):
            await self.settle(room_id, spare)

    async def _tend(self, table: Table, holders: Tickets, state: RoomState, spare: Tickets) -> None:
        """A table that gathers: seat those on their way, let go of those who left, and fill the seats they left."""
        for user in table.people:
            if is_ghost(user, state, holders):
                await self._house.play.perform(state.room_id, Leave(user))
        here = [user for user in holders if user in state.players]
        joined, to_give_back = await self._join(state.room_id, _coming(table, holders, state), holders)
        seated = (*here, *joined)
        gone = holders.keys() - {*seated, *to_give_back}
        after = structs.replace(table, called=(), seated=seated) if seated else None
        if after == table or await self._queue.revise(state.room_id, table, after, give_back=to_give_back, end=gone):
            await self._fill(state, after, holders, spare)

    async def _end(self, table: Table, holders: Tickets, state: RoomState) -> None:
        """The game has begun: only who was still on the way to a seat that was left goes on waiting."""
        missed = _coming(table, holders, state)
        await unclaim(self._house, state.room_id, missed)
        end = holders.keys() - set(missed)
        await self._queue.revise(state.room_id, table, None, give_back=missed, end=end)

    async def _join(
        self, room_id: RoomId, users: Sequence[UserId], holders: Tickets
    ) -> tuple[list[UserId], list[UserId]]:
        """Bring those who were called later to their seats: who sits now, and who must wait on."""
        joined, waiting = [], []
        for user in users:
            answer = await rooms.seat(self._house, Guest(user, holders[user].username), room_id, is_called=True)
            if not isinstance(answer, Refusal):
                joined.append(user)
            elif await free(self._house, self._queue, user, room_id):
                waiting.append(user)
        return joined, waiting

    async def _fill(self, state: RoomState, table: Table | None, holders: Tickets, spare: Tickets) -> None:
        """Call those who have waited longest to the seats that were left, and settle again."""
        seats_left = table.size - len({*state.people, *table.seated}) if table else 0
        if table is None or seats_left <= 0:
            return
        found = _chosen(spare, seats_left, {holders[user].address for user in table.seated})
        fuller = structs.replace(table, called=tuple(found))
        if found and await self._queue.revise(state.room_id, table, fuller, call=found):
            await self.settle(state.room_id, spare)


def _coming(table: Table, holders: Tickets, state: RoomState) -> list[UserId]:
    """Those who were called to a seat that somebody left, and do not sit yet; at first all are seated at once."""
    return [user for user in table.called if table.seated and user in holders and user not in state.players]


def _chosen(spare: Tickets, count: int, addresses: set[str]) -> list[UserId]:
    """Take so many out of the spare people, no two of one address."""
    chosen: list[UserId] = []
    for user, ticket in list(spare.items()):
        if len(chosen) < count and (not ticket.address or ticket.address not in addresses):
            addresses.add(ticket.address)
            chosen.append(user)
            del spare[user]
    return chosen
