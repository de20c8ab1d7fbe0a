"""What a change of a room costs, as ratios: `make bench`; it judges nothing and times no test.

Rooms of ten in one process act at once on a real Valkey, with sockets that only count. CPU time of this process is
what is measured (the machine is shared), and the median of the runs is what is printed.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from game import keys
from game.engine.commands import Done, Join, Mute, Open, SetReady, Start
from game.engine.ids import ConnectionId, RoomCode, RoomId, UserId
from game.engine.settings import SettingsPatch
from mafia_site import embedded

if TYPE_CHECKING:
    from game.house import House

ROOMS, SEATS, ROUNDS, RUNS = 50, 10, 20, 5


def main() -> None:
    """Start a Valkey, measure, print."""
    os.environ.setdefault("SECRET_KEY", "bench")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mafia_site.settings")
    with tempfile.TemporaryDirectory(prefix="mafia-bench-") as folder:
        Path(folder).chmod(0o711)
        with embedded.servers(Path(folder), durable=False) as environ:
            os.environ.update(environ)
            asyncio.run(measure())


async def measure() -> None:
    """Print what each kind of change costs, beside a bare script call in the same batches."""
    import django

    django.setup()
    from game.house import House

    house = House()
    rooms = [await seated(house) for _ in range(ROOMS)]
    bare = await median_cost(rooms, lambda room, place: room.bare(house, place))
    tap = await median_cost(rooms, lambda room, place: room.tap(house, place))
    told = await median_cost(rooms, lambda room, place: room.mute(house, place))
    await house.close()
    say(f"{ROOMS} rooms of {SEATS}, medians of {RUNS} runs, CPU time of one process")
    for name, cost in (("bare script call", bare), ("private act", tap), (f"news to all {SEATS}", told)):
        say(f"{name:20} {cost * 1e6:7.1f} µs {cost / bare:5.1f} times a bare call")
    say(f"{SEATS / told:,.0f} deliveries per CPU second")


def say(line: str) -> None:
    """Print a line of the report."""
    sys.stdout.write(f"{line}\n")


@dataclass
class CountingSocket:
    """A socket that goes nowhere."""

    user: UserId
    connection: ConnectionId = field(default_factory=lambda: ConnectionId(uuid.uuid4().hex))
    room: RoomId | None = None
    username: str = "bench"
    address: str = ""
    received: int = 0

    def put(self, frame: bytes) -> None:
        """Count."""
        self.received += bool(frame)

    def close(self, code: int) -> None:
        """Nothing to close."""


@dataclass
class Table:
    """A room in its first night."""

    room_id: RoomId
    users: list[UserId]

    async def bare(self, house: "House", _place: int) -> None:
        """One script call that changes nothing."""
        await house.live.call("unseat", (keys.user(UserId(self.room_id)),), ("nobody",))

    async def tap(self, house: "House", place: int) -> None:
        """One private act: judged, committed, acknowledged, told to nobody."""
        user, other = self.users[place % SEATS], self.users[(place + 1) % SEATS]
        await house.play.perform(self.room_id, Done(user, other))

    async def mute(self, house: "House", place: int) -> None:
        """One public change: judged, committed, projected, encoded once, put on every socket."""
        await house.play.perform(self.room_id, Mute(self.users[place % SEATS], 1, "bench"))


async def seated(house: "House") -> Table:
    """Open a room, seat everybody, start the game."""
    room_id, users = RoomId(str(uuid.uuid4())), [UserId(str(uuid.uuid4())) for _ in range(SEATS)]
    code = RoomCode(uuid.uuid4().hex[:6])
    opening = Open(users[0], "0", room_id, code, is_public=False, max_players=SEATS, patch=SettingsPatch())
    await house.play.perform(room_id, opening)
    for user in users:
        await house.play.perform(room_id, Join(user, user[:8]))
        socket = CountingSocket(user)
        await house.hub.take_over(socket)
        await house.play.enter(room_id, socket)
        await house.play.perform(room_id, SetReady(user, ready=True))
    await house.play.perform(room_id, Start(users[0], uuid.uuid4().hex * 2, str(uuid.uuid4())))
    return Table(room_id, users)


async def median_cost(rooms: list[Table], act: Callable[[Table, int], Awaitable[None]]) -> float:
    """CPU seconds per act, all rooms acting at once."""

    async def run(room: Table) -> None:
        for place in range(ROUNDS):
            await act(room, place)

    costs = []
    for _ in range(RUNS):
        before = time.process_time()
        await asyncio.gather(*(run(room) for room in rooms))
        costs.append((time.process_time() - before) / (ROUNDS * len(rooms)))
    return statistics.median(costs)


if __name__ == "__main__":
    main()
