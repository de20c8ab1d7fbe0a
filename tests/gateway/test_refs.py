"""A `ref` is answered once and for all: whatever is sent again under it changes nothing."""

import asyncio

import pytest

from tests.gateway.people import People, agreed, refused

pytestmark = pytest.mark.usefixtures("quiet")


async def test_what_comes_with_a_ref_is_acknowledged_with_it(people: People) -> None:
    (ann,) = await people.lobby(1)
    assert await ann.send("chat:send", message="hi", ref="mine") == {"type": "ack", "ref": "mine"}


async def test_what_comes_without_a_ref_is_done_without_an_ack(people: People) -> None:
    (ann,) = await people.lobby(1)
    acks = len(ann.seen("ack"))
    await ann.raw('{"type": "chat:send", "message": "hi"}')
    assert (await ann.expect("chat:message"))["message"] == "hi"
    await agreed(ann, "room:sync")
    assert len(ann.seen("ack")) == acks + 1


async def test_a_refusal_names_the_ref_and_the_event(people: People) -> None:
    ann = await people.guest("Ann")
    answer = await ann.send("vote:cast", targetId=None, ref="mine")
    assert (answer["type"], answer["event"], answer["ref"]) == ("vote:error", "vote:cast", "mine")


async def test_the_same_ref_twice_is_done_once(people: People) -> None:
    (ann,) = await people.lobby(1)
    for _ in range(3):
        await agreed(ann, "chat:send", message="once", ref="r")
    await agreed(ann, "room:sync")
    assert [line.text for line in ann.view.chat] == ["once"]


async def test_the_same_ref_after_a_reconnect_is_done_once(people: People) -> None:
    (ann,) = await people.lobby(1)
    await agreed(ann, "chat:send", message="once", ref="r")
    for _ in range(3):
        ann.cut()
        await ann.reconnect()
        await agreed(ann, "chat:send", message="once", ref="r")
    await agreed(ann, "room:sync")
    assert [line.text for line in ann.view.chat] == ["once"]


async def test_a_refused_ref_stays_refused(people: People) -> None:
    ann, bob, cat, dan = await people.lobby(4)
    assert await refused(ann, "room:start", ref="s") == "not_ready"
    for player in (bob, cat, dan):
        await agreed(player, "room:ready")
    assert await refused(ann, "room:start", ref="s") == "not_ready"
    ann.cut()
    await ann.reconnect()
    assert await refused(ann, "room:start", ref="s") == "not_ready"
    await agreed(ann, "room:start", ref="t")


async def test_a_ref_is_each_players_own(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(ann, "chat:send", message="a", ref="same")
    await agreed(bob, "chat:send", message="b", ref="same")
    await ann.until(lambda view: [line.text for line in view.chat] == ["a", "b"])


async def test_a_room_is_made_once_however_often_it_is_asked_for(people: People) -> None:
    ann = await people.guest("Ann")
    await agreed(ann, "room:create", isPublic=False, maxPlayers=4, ref="c")
    code = (await ann.until(lambda view: view.room_code)).room_code
    ann.cut()
    await ann.reconnect()
    await agreed(ann, "room:create", isPublic=False, maxPlayers=4, ref="c")
    assert ann.view.room_code == code


async def test_a_seat_is_taken_once_however_often_it_is_asked_for(people: People) -> None:
    (ann,), bob = await people.lobby(1), await people.guest("Bob")
    await agreed(bob, "room:join", roomCode=ann.view.room_code, ref="j")
    bob.cut()
    await bob.reconnect()
    await agreed(bob, "room:join", roomCode=ann.view.room_code, ref="j")
    assert len((await ann.until(lambda view: view.seats[bob.user_id].connected)).seats) == 2


async def test_a_frame_sent_twenty_times_at_once_is_done_once(people: People) -> None:
    (ann,) = await people.lobby(1)
    await asyncio.gather(*(ann.raw('{"type": "chat:send", "message": "once", "ref": "r"}') for _ in range(10)))
    await agreed(ann, "room:sync")
    assert [line.text for line in ann.view.chat] == ["once"]


async def test_the_last_sixteen_refs_are_remembered(people: People) -> None:
    (ann,) = await people.lobby(1)
    for number in range(8):
        await agreed(ann, "room:ready", ref=f"r{number}")
        await agreed(ann, "room:unready", ref=f"u{number}")
    ann.cut()
    await ann.reconnect()
    await agreed(ann, "room:ready", ref="r0")
    await agreed(ann, "room:sync")
    assert not ann.view.seats[ann.user_id].ready


@pytest.mark.parametrize("ref", ["", "x" * 37, 5, None, ["x"], {}])
async def test_a_ref_out_of_bounds_is_invalid(people: People, ref: object) -> None:
    import json

    (ann,) = await people.lobby(1)
    await ann.raw(json.dumps({"type": "room:ready", "ref": ref}))
    if ref is None:
        await ann.until(lambda view: view.seats[ann.user_id].ready)
    else:
        answer = await ann.expect("room:error", code="invalid")
        assert answer["event"] == "room:ready"
        assert "ref" in answer["reason"]


@pytest.mark.parametrize(("event", "fields"), [("ping", {}), ("auth:identify", {"username": "Ann"})])
async def test_the_gateways_own_events_are_acknowledged_too(people: People, event: str, fields: dict[str, str]) -> None:
    import json

    ann = people.stranger("Ann")
    if event == "ping":
        await ann.connect()
        await agreed(ann, "ping")
        assert ann.seen("pong")
    else:
        from tests.gateway import raw

        async with raw.dialled(people.urls[0]) as socket:
            await socket.say(json.dumps({"type": event, "ref": "i", **fields}))
            assert (await socket.hear())["type"] == "auth:success"
            assert await socket.hear() == {"type": "ack", "ref": "i"}
