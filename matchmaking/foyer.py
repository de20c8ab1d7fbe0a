"""Everything of the matchmaking that one process holds, wired together once; it acts through the house alone."""

from game import house as houses
from game.background import Chore, Chores, PerLoop
from game.house import House
from matchmaking.grouping import STEP_MS
from matchmaking.hall import LOOK_S, Hall
from matchmaking.matcher import Matcher
from matchmaking.queue import Queue
from matchmaking.records import REST_S, Known


class Foyer:
    """One process's part in bringing strangers together; belongs to one event loop."""

    def __init__(self, house: House) -> None:
        """Build all parts; nothing runs before `open`."""
        queue = Queue(house.live)
        self.hall = Hall(house, queue)
        self._known = Known()
        self._matcher = Matcher(house, queue, self._known)
        self._chores = Chores()

    def open(self) -> None:
        """Start the work that goes on beside the sockets; once only."""
        self._chores.begin(
            Chore("the matcher", self._matcher.step, STEP_MS / 1000),
            Chore("the matcher's questions", self._known.ask, REST_S),
            Chore("the hall", self.hall.step, LOOK_S),
        )

    async def close(self) -> None:
        """Stop all work."""
        await self._chores.end()
        await self._matcher.settling.close()
        await self.hall.seating.close()


_foyers = PerLoop(lambda: Foyer(houses.current()))


def current() -> Foyer:
    """The foyer of the running event loop; built at the first call, opened by the process."""
    return _foyers.current()
