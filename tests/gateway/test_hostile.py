"""What no honest client sends is answered or closed as the protocol says, and disturbs nobody else's game."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed

from tests.client import Player
from tests.gateway import raw
from tests.gateway.checker import check
from tests.gateway.people import People, agreed
from tests.protocol.validate import validate_server
from tests.servers import Site

KIB = 1024


def nested(depth: int) -> str:
    return f'{{"type": "ping", "x": {"[" * depth}{"]" * depth}}}'


MALFORMED: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "not_json"),
    "half": ('{"type": "ping"', "not_json"),
    "words": ("hello", "not_json"),
    "number": ("5", "not_json"),
    "null": ("null", "not_json"),
    "list": ('[{"type": "ping"}]', "not_json"),
    "no type": ('{"event": "ping"}', "not_json"),
    "type of another type": ('{"type": ["ping"]}', "not_json"),
    "NaN": ('{"type": "ping", "x": NaN}', "not_json"),
    "infinity": ('{"type": "ping", "x": -Infinity}', "not_json"),
    "1,000 deep": (nested(1_000), "not_json"),
    "1,000 open": ("[" * 1_000, "not_json"),
    "100,000 deep": (nested(100_000), "too_large"),
    "lone surrogate": ('{"type": "chat:send", "message": "\\ud800"}', "not_json"),
    "two objects": ('{"type": "ping"}{"type": "ping"}', "not_json"),
    "raw NUL": ('{"type": "pi\x00ng"}', "not_json"),
    "unknown": ('{"type": "room:destroy"}', "unknown_type"),
    "no event": ('{"type": ""}', "unknown_type"),
    "disconnect": ('{"type": "disconnect"}', "unknown_type"),
    "websocket.close": ('{"type": "websocket.close", "code": 1000}', "unknown_type"),
    "chat.message": ('{"type": "chat.message", "message": "x"}', "unknown_type"),
    "ring": ('{"type": "ring", "room": "x"}', "unknown_type"),
    "dunder": ('{"type": "__class__"}', "unknown_type"),
    "binary": (b'{"type": "ping"}', "binary"),
    "binary garbage": (bytes(range(256)), "binary"),
    "5 KB": (json.dumps({"type": "chat:send", "message": "x" * 5 * KIB}), "too_large"),
    "70 KB": ("x" * 70 * KIB, "too_large"),
    "1 MB": ("x" * KIB * KIB, "too_large"),
    "3 MB": ("x" * 3 * KIB * KIB, "too_large"),
}


@pytest.fixture(params=["daphne", "uvicorn"])
def server(request: pytest.FixtureRequest, site: Site, pair: Site) -> Site:
    """Each of the two servers that the site runs on."""
    return site if request.param == "daphne" else pair


@pytest.fixture
def silent(server: Site) -> Iterator[None]:
    """It writes nothing into its log meanwhile."""
    before = len(server.log)
    yield
    assert server.log[before:] == ""


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize("name", MALFORMED)
async def test_what_is_no_event_is_answered_with_a_protocol_error(server: Site, name: str) -> None:
    text, code = MALFORMED[name]
    async with raw.dialled(server.url) as socket, asyncio.timeout(10):
        for answer in (await socket.ask(text), (await socket.identify(), await socket.ask(text))[1]):
            assert (answer["type"], answer["code"]) == ("protocol:error", code)
            validate_server(answer)
        assert (await socket.ask({"type": "ping"}))["type"] == "pong"


@pytest.mark.usefixtures("silent")
async def test_after_ten_of_them_the_socket_is_closed(server: Site) -> None:
    async with raw.dialled(server.url) as socket, asyncio.timeout(10):
        await socket.identify()
        for _ in range(30):
            await socket.say("{")
        answers = [await socket.hear() for _ in range(10)]
        assert {answer["type"] for answer in answers} == {"protocol:error"}
        assert await socket.code() == 4400


@pytest.mark.usefixtures("silent")
async def test_what_is_said_after_the_close_is_not_heard(server: Site) -> None:
    async with raw.dialled(server.url) as socket, asyncio.timeout(10):
        await socket.identify()
        frames = ["{"] * 10 + ['{"type": "room:create", "isPublic": false, "maxPlayers": 4}']
        await asyncio.gather(*(socket.say(frame) for frame in frames))
        assert {(await socket.hear())["type"] for _ in range(10)} == {"protocol:error"}
        with pytest.raises(ConnectionClosed, match="4400"):
            await socket.hear()


INVALID: list[dict[str, Any]] = [
    {"type": "room:create"},
    {"type": "room:create", "isPublic": 1, "maxPlayers": 4},
    {"type": "room:create", "isPublic": True, "maxPlayers": 4.5},
    {"type": "room:create", "isPublic": True, "maxPlayers": 2**80},
    {"type": "room:create", "isPublic": True, "maxPlayers": 4, "settings": []},
    {"type": "room:join"},
    {"type": "room:join", "roomCode": None},
    {"type": "room:join", "roomCode": "x" * 65},
    {"type": "room:kick"},
    {"type": "room:kick", "userId": {}},
    {"type": "room:kick", "userId": "x" * 37},
    {"type": "room:settings", "nightTime": []},
    {"type": "chat:send"},
    {"type": "chat:send", "message": ["x"]},
    {"type": "chat:send", "message": ""},
    {"type": "chat:send", "message": " \t\u2003 "},
    {"type": "chat:send", "message": "x" * 301},
    {"type": "vote:cast"},
    {"type": "vote:cast", "targetId": 5},
    {"type": "vote:cast", "targetId": ""},
    {"type": "action:mafiaKill"},
    {"type": "action:mafiaKill", "targetId": None},
    {"type": "action:doctorSave", "targetId": {"$gt": ""}},
    {"type": "action:detectiveInspect", "targetId": "x" * 37},
    {"type": "action:done", "targetId": False},
    {"type": "auth:identify", "username": 5},
    {"type": "auth:identify", "username": "Ann", "token": "x" * 501},
]


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("frame", INVALID, ids=lambda frame: json.dumps(frame)[:60])
async def test_a_field_out_of_bounds_is_invalid_and_named(people: People, frame: dict[str, Any]) -> None:
    (ann,) = await people.lobby(1)
    before = replace(ann.view, acts=())
    answer = await ann.send(frame["type"], **{name: value for name, value in frame.items() if name != "type"})
    assert (answer["type"], answer["code"]) == (f"{frame['type'].partition(':')[0]}:error", "invalid")
    await agreed(ann, "room:sync")
    assert replace(ann.view, acts=()) == before


NUMBERS = ["1e999", "-1e999", "1" * 3_000, "0." + "1" * 3_000, "1e-999", "-0"]


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:8])
async def test_a_number_beyond_all_bounds_is_refused(site: Site, number: str) -> None:
    async with raw.dialled(site.url) as socket, asyncio.timeout(10):
        await socket.identify()
        answer = await socket.ask(f'{{"type": "room:create", "isPublic": true, "maxPlayers": {number}}}')
    assert (answer["type"], answer["code"]) in {("room:error", "invalid"), ("protocol:error", "not_json")}


@pytest.mark.usefixtures("quiet")
async def test_of_a_key_given_twice_one_counts_and_nothing_breaks(site: Site) -> None:
    async with raw.dialled(site.url) as socket, asyncio.timeout(10):
        await socket.identify()
        answer = await socket.ask('{"type": "ping", "type": "vote:cast", "targetId": null, "ref": "a", "ref": "b"}')
        assert answer["type"] in {"pong", "vote:error", "protocol:error"}
        assert (await socket.ask('{"type": "ping"}'))["type"] in {"pong", "ack"}


async def test_what_is_said_is_text_whatever_it_contains(people: People) -> None:
    ann, bob = await people.lobby(2)
    said = "<script>alert(1)</script> & 'x'; DROP TABLE users; -- \U0001f600"
    await agreed(ann, "chat:send", message=f"  {said}  ")
    assert (await bob.expect("chat:message"))["message"] == said
    await agreed(ann, "chat:send", message="a\x00b\nc\x1bd\u2028e")
    assert (await bob.expect("chat:message"))["message"] == "a b c d e"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELDS = ("isPublic", "maxPlayers", "settings", "roomCode", "userId", "message", "targetId", "username", "token", "ref")
EVENTS = sorted({str(frame["type"]) for frame in INVALID} | {"room:start", "room:sync", "ping", "room:leave", "nope"})
FRAMES = st.builds(
    lambda event, fields: {"type": event, **fields},
    st.sampled_from(EVENTS),
    st.dictionaries(st.sampled_from([*FIELDS, "nightTime", "preset", "__proto__"]), JSON, max_size=4),
)


@pytest.mark.usefixtures("quiet")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(frames=st.lists(FRAMES | JSON, min_size=5, max_size=9))
def test_whatever_is_sent_is_answered_by_the_book(site: Site, frames: list[Any]) -> None:
    asyncio.run(_answered_by_the_book(site.url, frames))


async def _answered_by_the_book(url: str, frames: list[Any]) -> None:
    async with raw.dialled(url) as socket, asyncio.timeout(10):
        validate_server(await socket.identify())
        for frame in frames:
            await socket.say(json.dumps(frame))
        await socket.say({"type": "ping", "ref": "the very last"})
        while (answer := await socket.hear()) != {"type": "ack", "ref": "the very last"}:
            validate_server(answer)
            assert answer.get("code") != "unavailable", (frames, answer)


@pytest.fixture
async def game(people: People) -> AsyncIterator[list[Player]]:
    """A game that goes on beside the attack, undisturbed: the same frames as without it, and in time."""
    players = await people.game(5, nightTime=120)
    yield players
    assert check(people.tape) == ["I2 nobody was told of an end"]
    assert all(player.closed is None for player in players)


async def keep_asking(players: list[Player], over: asyncio.Future[Any]) -> None:
    """Have the players ask in turn until it is over; each has to be answered, and soon."""
    while not over.done():
        for player in players:
            await agreed(player, "ping")
            await asyncio.sleep(0.5 / len(players))  # a person's pace


FLOODS: dict[str, str | bytes] = {
    "chat": '{"type": "chat:send", "message": "buy this"}',
    "ready": '{"type": "room:ready"}',
    "identify": '{"type": "auth:identify", "username": "Ann"}',
    "guesses": '{"type": "room:join", "roomCode": "222222"}',
    "invalid": '{"type": "chat:send"}',
    "pings": '{"type": "ping"}',
    "garbage": "{",
    "binary": b"\x00" * 1_000,
    "syncs": '{"type": "room:sync"}',
}


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("flood", FLOODS)
async def test_a_flood_is_closed_and_all_beside_it_are_answered(site: Site, game: list[Player], flood: str) -> None:
    attack = asyncio.gather(*(_flood(site.url, FLOODS[flood]) for _ in range(5)))
    await keep_asking(game, attack)
    assert set(attack.result()) <= {4400, 4429}


async def _flood(url: str, frame: str | bytes) -> int:
    async with raw.dialled(url) as socket, asyncio.timeout(20):
        await socket.identify("Flood")
        await socket.say({"type": "room:create", "isPublic": False, "maxPlayers": 4})
        closed = asyncio.ensure_future(socket.code())
        for _ in range(2_000):
            if closed.done():
                break
            await socket.say(frame)
        return await closed


async def test_who_floods_the_chat_is_muted_before_all_eyes_once(people: People) -> None:
    ann, bob = await people.lobby(2)
    answers = [await ann.send("chat:send", message=str(number)) for number in range(12)]
    assert [answer["type"] for answer in answers[:8]] == ["ack"] * 8
    assert {answer["code"] for answer in answers[8:]} <= {"rate_limited", "muted"}
    mute = await bob.expect("chat:mute")
    assert (mute["userId"], mute["reason"]) == (ann.user_id, "flood")
    await agreed(bob, "room:sync")
    assert len(bob.seen("chat:mute")) == 1
    assert len(bob.view.chat) == 8
