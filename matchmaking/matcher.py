"""Brings the waiting together: any process may do it, one does at a time, and none has to go on. It seats nobody.

The lease is for economy, so that not every process reads the queue; two matchers at once would only collide in
`revise.lua`, where one of them wins. A step reads the 2,000 longest waits at most; a longer queue takes more steps.
"""

import uuid
from functools import partial

from django.conf import settings

from accounts.bans import bans
from game.background import together
from game.engine.ids import RoomId, UserId
from game.errands import Errands
from game.house import House
from lobby import codes
from matchmaking.grouping import Group, group
from matchmaking.queue import Queue, Survey, Table, Tickets
from matchmaking.records import Known
from matchmaking.tables import Tables


class Matcher:
    """One process's share of the matching."""

    def __init__(self, house: House, queue: Queue, known: Known) -> None:
        """Match those who wait in this queue, by what is known of them; seat them in this house."""
        self._queue = queue
        self._known = known
        self._tables = Tables(house, queue)
        self._name = uuid.uuid4().hex
        self.settling = Errands("the settling")

    async def step(self) -> None:
        """Call whoever fits together to new tables, and see after all tables that are being made."""
        survey = await self._queue.survey(self._name)
        if survey is None:
            return
        waiting = await self._admitted(survey)
        groups = group(self._known.of(waiting), survey.now, fill=settings.BOTS_FILL_PUBLIC)
        grouped = {user for each in groups for user in each.users}
        spare = {user: ticket for user, ticket in waiting.items() if user not in grouped}
        for room_id in survey.tables:
            self._settle(room_id, spare)
        await together(*(self._call(each, spare) for each in groups))

    async def _admitted(self, survey: Survey) -> Tickets:
        """Those who wait, without the banned."""
        banned = survey.waiting.keys() & bans.standing
        await together(*(self._queue.drop(user) for user in banned))
        return {user: ticket for user, ticket in survey.waiting.items() if user not in banned}

    async def _call(self, chosen: Group, spare: Tickets) -> None:
        """Take these out of the queue for a new table; if one of them has just left, they wait for the next step."""
        users = tuple(map(UserId, chosen.users))
        room_id = RoomId(str(uuid.uuid4()))
        table = Table(codes.pool.take(), size=len(users), least=chosen.least, called=users)
        if await self._queue.revise(room_id, None, table, call=users):
            self._settle(room_id, spare)

    def _settle(self, room_id: RoomId, spare: Tickets) -> None:
        self.settling.run(room_id, partial(self._tables.settle, room_id, spare))
