"""The line and the player on it, against a scripted server on a real socket."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve

from tests.client.connection import Closed, Line, Refused, comes_back
from tests.client.player import Player, Unmet
from tests.client.record import Direction, Frame, Record, from_lines, to_line

Script = Callable[[ServerConnection], Awaitable[None]]


async def hear(socket: ServerConnection) -> Frame:
    frame: Frame = json.loads(await socket.recv())
    return frame


async def say(socket: ServerConnection, frame: Frame | list[Frame]) -> None:
    await socket.send(json.dumps(frame))


async def welcome(socket: ServerConnection) -> Frame:
    identify = await hear(socket)
    await say(socket, {"type": "auth:success", "userId": "u1", "username": "Ann", "token": "t1", "isGuest": True})
    return identify


@asynccontextmanager
async def player_of(*scripts: Script, design_only: bool = False) -> AsyncIterator[Player]:
    """A player whose first socket is served by the first script, and so on."""
    turns = iter(scripts)

    async def serve_next(socket: ServerConnection) -> None:
        await next(turns)(socket)

    async with serve(serve_next, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        line = Line(urls=[f"http://127.0.0.1:{port}"], username="Ann", cookie="mafia=c", design_only=design_only)
        player = Player(line)
        try:
            yield player
        finally:
            await player.close()


async def test_a_player_says_who_and_whence() -> None:
    heard: dict[str, str | None] = {}

    async def script(socket: ServerConnection) -> None:
        assert socket.request is not None
        heard.update(origin=socket.request.headers["Origin"], cookie=socket.request.headers["Cookie"])
        heard["name"] = (await welcome(socket))["username"]
        heard["path"] = socket.request.path

    async with player_of(script) as player:
        await player.connect()
        assert (player.user_id, player.token) == ("u1", "t1")
    origin = heard.pop("origin")
    assert origin is not None
    assert origin.startswith("http://127.0.0.1:")
    assert heard == {"cookie": "mafia=c", "name": "Ann", "path": "/ws/"}


async def test_an_ack_and_a_refusal_answer_the_one_who_asked() -> None:
    async def script(socket: ServerConnection) -> None:
        await welcome(socket)
        first, second = await hear(socket), await hear(socket)
        await say(socket, {"type": "vote:error", "code": "bad_target", "ref": second["ref"]})
        await say(socket, {"type": "ack", "ref": first["ref"]})
        await socket.wait_closed()

    async with player_of(script) as player:
        await player.connect()
        asked = (player.send("vote:cast", targetId="u2"), player.send("vote:cast", targetId="u1"))
        taken, refused = await asyncio.gather(*asked)
        assert (taken["type"], refused["code"]) == ("ack", "bad_target")
        assert player.view.vote == "u2"


async def test_what_has_no_answer_is_asked_again_under_its_ref_and_token() -> None:
    refs: list[str] = []

    async def broken(socket: ServerConnection) -> None:
        await welcome(socket)
        refs.append((await hear(socket))["ref"])
        await socket.close(4503)

    async def whole(socket: ServerConnection) -> None:
        assert (await welcome(socket))["token"] == "t1"
        refs.append((await hear(socket))["ref"])
        await say(socket, {"type": "ack", "ref": refs[-1]})
        await socket.wait_closed()

    async with player_of(broken, whole) as player:
        await player.connect()
        assert (await player.send("room:ready"))["type"] == "ack"
        assert refs[0] == refs[1]
        assert player.closed is None


async def test_a_cut_player_stays_away_until_it_reconnects() -> None:
    async def script(socket: ServerConnection) -> None:
        await welcome(socket)
        await socket.wait_closed()

    async with player_of(script, script) as player:
        await player.connect()
        player.cut()
        await player.reconnect()
        went = [record.direction for record in player.tape]
        assert went[-4:] == [Direction.CLOSED, Direction.OPENED, Direction.OUT, Direction.IN]


async def test_a_question_asked_while_cut_off_waits_for_the_return() -> None:
    async def mute(socket: ServerConnection) -> None:
        await welcome(socket)
        await socket.wait_closed()

    async def whole(socket: ServerConnection) -> None:
        await welcome(socket)
        await say(socket, {"type": "ack", "ref": (await hear(socket))["ref"]})
        await socket.wait_closed()

    async with player_of(mute, whole) as player:
        await player.connect()
        player.cut()
        async with asyncio.TaskGroup() as group:
            question = group.create_task(player.send("room:ready"))
            group.create_task(player.reconnect())
        assert question.result()["type"] == "ack"


async def test_a_final_close_is_final_for_everybody_who_waits() -> None:
    async def script(socket: ServerConnection) -> None:
        await welcome(socket)
        await hear(socket)
        await socket.close(4409)

    async with player_of(script) as player:
        await player.connect()
        with pytest.raises(Closed):
            await player.send("room:ready")
        with pytest.raises(Closed):
            await player.expect("game:phase")
        assert player.closed == 4409


@pytest.mark.parametrize(("code", "back"), [(1001, True), (1006, True), (4503, True), (4508, True), (1000, False)])
def test_a_client_comes_back_where_it_is_wanted(code: int, *, back: bool) -> None:
    assert comes_back(code) is back
    assert not comes_back(4403)


async def test_a_refused_identity_is_no_connection() -> None:
    async def script(socket: ServerConnection) -> None:
        await hear(socket)
        await say(
            socket, {"type": "auth:error", "code": "invalid", "reason": "No such name.", "event": "auth:identify"}
        )

    async with player_of(script) as player:
        with pytest.raises(Refused, match="No such name"):
            await player.connect()


async def test_frames_are_met_once_and_in_order_and_batches_are_frames() -> None:
    async def script(socket: ServerConnection) -> None:
        await welcome(socket)
        await say(socket, [{"type": "pong", "at": 1}, {"type": "pong", "at": 2}])
        await socket.wait_closed()

    async with player_of(script) as player:
        await player.connect()
        assert [(await player.expect("pong"))["at"] for _ in range(2)] == [1, 2]
        with pytest.raises(Unmet, match="waited"):
            await player.expect("pong", timeout=0.01)
        assert len(player.seen("pong")) == 2


async def test_a_client_of_the_design_says_and_hears_nothing_else() -> None:
    heard: list[Frame] = []

    async def script(socket: ServerConnection) -> None:
        heard.append(await welcome(socket))
        await say(socket, [{"type": "game:commitment"}, {"type": "game:role", "role": "doctor", "allies": []}])
        heard.append(await hear(socket))
        await socket.wait_closed()

    async with player_of(script, design_only=True) as player:
        await player.connect()
        assert await player.expect("game:role") == {"type": "game:role", "role": "doctor"}
        assert await player.send("action:done") == {}
        assert await player.send("vote:cast", targetId="u2", ref="x") == {}
        await player.close()
        assert heard[1] == {"type": "vote:cast", "targetId": "u2"}
        assert not player.seen("game:commitment")


def test_a_recording_reads_back_without_its_tokens() -> None:
    record = Record("Ann", Direction.IN, 1.5, {"type": "auth:success", "userId": "u", "token": "secret"})
    read = list(from_lines([to_line(record)]))
    assert read == [Record("Ann", Direction.IN, 1.5, {"type": "auth:success", "userId": "u"})]
