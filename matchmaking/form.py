"""What the records tell of those who wait, as far as one matcher has heard; asking them holds up nothing."""

from typing import Final

from game.engine.ids import UserId
from matchmaking import records
from matchmaking.grouping import Waiting
from matchmaking.queue import Ticket
from matchmaking.records import Record

MOST_AT_ONCE: Final = 500
REST_S: Final = 0.5
UNRATED: Final = Record()


class Form:
    """The records of the people in the queue; while they are away, whoever is new is unrated."""

    def __init__(self) -> None:
        """Know nobody."""
        self._known: dict[UserId, Record] = {}
        self._wanted: list[UserId] = []

    def of(self, tickets: dict[UserId, Ticket]) -> list[Waiting]:
        """Those who wait, as the grouping sees them; whoever left the queue is forgotten."""
        self._known = {user: record for user, record in self._known.items() if user in tickets}
        self._wanted = [user for user in tickets if user not in self._known]
        return [_waiting(user, ticket, self._known.get(user, UNRATED)) for user, ticket in tickets.items()]

    async def ask(self) -> None:
        """Ask the records about newcomers to the queue."""
        if wanted := self._wanted[:MOST_AT_ONCE]:
            self._known.update((UserId(user), record) for user, record in (await records.of(wanted)).items())


def _waiting(user: UserId, ticket: Ticket, record: Record) -> Waiting:
    return Waiting(user, ticket.since, record.skill, record.games, record.leaves, ticket.address)
