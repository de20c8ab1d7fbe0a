"""Strangers look for a table over real sockets, on a site of two gateways; ten of them need not wait for more."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from tests.client import Player, View
from tests.gateway.people import People, agreed, refused
from tests.gateway.raw import dialled

LONG = 40.0


async def guests(people: People, count: int) -> list[Player]:
    """So many strangers, who have only said who they are."""
    return list(await asyncio.gather(*(people.guest(f"S{number}") for number in range(count))))


async def strangers(people: People, count: int) -> list[Player]:
    """So many strangers who look for a table, all at once."""
    players = await guests(people, count)
    await asyncio.gather(*(agreed(player, "matchmaking:join") for player in players))
    return players


async def found(players: Sequence[Player]) -> Counter[str]:
    """How many of them sit in which room, once all do."""
    told = await asyncio.gather(*(player.expect("matchmaking:found", timeout=LONG) for player in players))
    for player, frame in zip(players, told, strict=True):
        await player.until(partial(_sits_in, frame["roomId"]))
    return Counter(frame["roomId"] for frame in told)


def _sits_in(room: str, view: View) -> bool:
    return view.room_id == room


async def table_of(players: Sequence[Player]) -> str:
    """The one room that all of them sit in."""
    (room,) = await found(players)
    return room


async def test_six_strangers_find_a_table_that_starts_by_itself(crowd: People) -> None:
    players = await strangers(crowd, 6)
    assert list((await found(players)).values()) == [6]
    for player in players:
        assert (await player.expect("room:update"))["startsAt"] > 0
    for player in players:
        await player.until(lambda view: view.phase == "night" and view.role, timeout=LONG)


async def test_thirteen_at_once_with_double_tabs_and_second_thoughts_are_two_tables(crowd: People) -> None:
    players = await guests(crowd, 13)

    async def from_many_tabs() -> Player:
        tabs = [players[0], *[await crowd.again(players[0]) for _ in range(4)]]
        await tabs[-1].send("matchmaking:join")
        return tabs[-1]

    async def with_second_thoughts(player: Player) -> Player:
        for event in ("join", "leave", "join", "join"):
            await agreed(player, f"matchmaking:{event}")
        return player

    async def simply(player: Player) -> Player:
        await agreed(player, "matchmaking:join")
        return player

    asking = [from_many_tabs(), with_second_thoughts(players[1]), *map(simply, players[2:])]
    newest = await asyncio.gather(*asking)
    assert sorted((await found(newest)).values()) == [6, 7]
    for player in newest:
        assert len(player.seen("matchmaking:found")) == 1


async def test_how_the_search_stands_is_told_at_once_and_then_once_a_second(crowd: People) -> None:
    first = await crowd.guest("First")
    await agreed(first, "matchmaking:join")
    status = await first.expect("matchmaking:status")
    assert (status["waiting"], status["needed"], status["waitedSeconds"]) == (1, 6, 0)
    for name in ("Second", "Third", "Fourth"):
        await agreed(await crowd.guest(name), "matchmaking:join")
    await first.expect("matchmaking:status", waiting=4)
    times = [record.at for record in first.frames if record.event == "matchmaking:status"]
    assert all(later - earlier > 900 for earlier, later in pairwise(times))
    for player in crowd.all:
        await agreed(player, "matchmaking:leave")


async def test_a_reload_keeps_the_wait(crowd: People) -> None:
    player = await crowd.guest("Reloading")
    await agreed(player, "matchmaking:join")
    starts_by = (await player.expect("matchmaking:status"))["startsBy"]
    player.cut()
    await player.reconnect()
    assert (await player.expect("matchmaking:status"))["startsBy"] == starts_by
    await agreed(player, "matchmaking:leave")


async def test_who_does_not_wait_may_leave_all_the_same(crowd: People) -> None:
    player = await crowd.guest("Nowhere")
    for _ in range(2):
        await agreed(player, "matchmaking:leave")
    assert len(player.seen("matchmaking:left")) == 2


async def test_who_sits_at_a_table_cannot_look_for_another(crowd: People) -> None:
    host, _ = await crowd.lobby(2)
    assert await refused(host, "matchmaking:join") == "already_in_room"


async def test_nobody_looks_for_a_table_before_saying_who_it_is(crowd: People) -> None:
    async with dialled(crowd.urls[0]) as raw:
        answer = await raw.ask({"type": "matchmaking:join"})
    assert (answer["type"], answer["code"]) == ("matchmaking:error", "not_identified")


async def test_leaving_in_the_moment_of_the_match_leaves_no_ghost(crowd: People) -> None:
    players = await strangers(crowd, 10)
    await table_of(players)
    leaver, *others = players
    await agreed(leaver, "matchmaking:leave")
    for other in others:
        await other.until(lambda view: len(view.seats) == 9)
    await asyncio.gather(*(agreed(other, "room:leave") for other in others))  # or the next to come is called here
    await agreed(leaver, "matchmaking:join")
    await agreed(leaver, "matchmaking:leave")


async def test_who_leaves_in_the_countdown_is_replaced_from_the_queue(crowd: People) -> None:
    players = await strangers(crowd, 10)
    room = await table_of(players)
    late = await crowd.guest("Late")
    await agreed(late, "matchmaking:join")
    await agreed(players[3], "room:leave")
    assert (await late.expect("matchmaking:found", timeout=LONG))["roomId"] == room
    await players[3].until(lambda view: view.left == "left")
    await late.until(lambda view: view.phase == "night" and view.role, timeout=LONG)
    assert len(late.view.seats) == 10


async def test_who_opens_a_room_meanwhile_does_not_wait_any_more(crowd: People) -> None:
    player = await crowd.guest("Opener")
    await agreed(player, "matchmaking:join")
    await agreed(player, "room:create", isPublic=False, maxPlayers=6)
    await strangers(crowd, 10)
    await found(crowd.all[1:])
    assert player.seen("matchmaking:found") == []
    assert await refused(player, "matchmaking:join") == "already_in_room"
