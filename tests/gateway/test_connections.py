"""One live connection a user: the newest wins wherever it is, and an old one's end takes nothing away."""

import asyncio
import contextlib

import pytest

from tests.client import Player
from tests.gateway import raw
from tests.gateway.people import People, agreed, refused
from tests.servers import Site


async def closing(player: Player) -> int | None:
    """How the site ended this player's line."""
    async with asyncio.timeout(5):
        while player.closed is None:
            await player.changed()
    return player.closed


async def test_the_newest_socket_wins(people: People) -> None:
    ann = await people.guest("Ann")
    again = await people.again(ann)
    assert await closing(ann) == 4409
    assert again.closed is None


async def test_the_newest_socket_wins_at_a_table_too_and_gets_all_of_it(people: People) -> None:
    ann, bob = await people.lobby(2)
    again = await people.again(ann)
    assert await closing(ann) == 4409
    assert (await again.until(lambda view: view.room_id)).seats.keys() == ann.view.seats.keys()
    assert bob.view.seats[ann.user_id].connected


async def test_the_newest_socket_wins_across_gateways(crowd: People) -> None:
    ann, bob = await crowd.lobby(2)
    for _ in range(3):
        again = await crowd.again(ann)
        assert await closing(ann) == 4409
        await agreed(again, "chat:send", message="Here I am.")
        await bob.expect("chat:message")
        ann = again
    assert bob.view.seats[ann.user_id].connected


async def test_the_late_end_of_an_old_socket_does_not_take_the_new_one_away(crowd: People) -> None:
    ann, bob = await crowd.lobby(2)
    again = await crowd.again(ann)
    await closing(ann)
    await agreed(again, "room:ready")
    view = await bob.until(lambda view: view.seats[ann.user_id].ready)
    assert view.seats[ann.user_id].connected


@pytest.mark.parametrize("is_seated", [False, True])
async def test_of_many_sockets_at_once_exactly_one_stays(crowd: People, is_seated: bool) -> None:
    ann, bob = await crowd.lobby(2) if is_seated else (await crowd.guest("Ann"), await crowd.guest("Bob"))
    for _ in range(5):
        async with contextlib.AsyncExitStack() as stack:
            door = [await stack.enter_async_context(raw.dialled(url)) for url in crowd.urls * 3]
            hello = {"type": "auth:identify", "username": "Ann", "token": ann.token}
            await asyncio.gather(*(socket.say(hello) for socket in door))
            closings = {asyncio.ensure_future(socket.code()): socket for socket in door}
            waiting = set(closings)
            while len(waiting) > 1:
                closed, waiting = await asyncio.wait(waiting, timeout=10, return_when=asyncio.FIRST_COMPLETED)
                assert closed, f"{len(waiting)} sockets of one user stay"
                assert {closing.result() for closing in closed} == {4409}
            (stays,) = (closings[closing] for closing in waiting)
            await stays.say({"type": "ping", "ref": "p"})
            await asyncio.wait(waiting, timeout=0.3)
            assert not any(closing.done() for closing in waiting)
            if is_seated:
                await stays.say({"type": "chat:send", "message": "It is me."})
                await bob.expect("chat:message")
                await bob.until(lambda view: view.seats[ann.user_id].connected)


async def test_who_drops_is_seen_to_be_away_and_back(people: People) -> None:
    ann, bob = await people.lobby(2)
    ann.cut()
    await bob.until(lambda view: not view.seats[ann.user_id].connected)
    await ann.reconnect()
    await bob.until(lambda view: view.seats[ann.user_id].connected)


async def test_a_hundred_flaps_leave_one_seat_and_one_connection(people: People, site: Site) -> None:
    ann, bob = await people.lobby(2)
    for _ in range(100):
        ann.cut()
        await ann.reconnect()
    await agreed(ann, "room:sync")
    assert list(ann.view.seats) == [ann.user_id, bob.user_id]
    assert ann.view.seats[ann.user_id].connected
    assert site.log.count("Traceback") == 0


async def test_somebody_elses_token_gives_somebody_elses_seat_to_nobody(people: People) -> None:
    ann, bob = await people.lobby(2)
    thief = people.stranger("Ann")
    thief._line.token = bob.user_id
    await thief.connect()
    assert await refused(thief, "room:sync") == "not_in_room"
    assert ann.closed is None


async def test_a_client_that_asks_for_batches_gets_the_same_frames_in_order(people: People) -> None:
    ann, bob = await people.lobby(2)
    cat = await people.guest("Cat", batch=True)
    await agreed(cat, "room:join", roomCode=ann.view.room_code)
    await bob.until(lambda view: len(view.seats) == 3)
    for number in range(8):
        await ann.raw(f'{{"type": "chat:send", "message": "{number}"}}')
    await cat.until(lambda view: len(view.chat) == 8)
    assert [line.text for line in cat.view.chat] == [str(number) for number in range(8)]
