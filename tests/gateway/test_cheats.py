"""What a cheat has tried, and what it may never bring again."""

import asyncio
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.gateway.people import People, agreed, answered, of_role, refused
from tests.servers import Site

pytestmark = pytest.mark.usefixtures("quiet")
CHATS = 8


async def test_a_flood_at_night_names_no_mafioso(people: People) -> None:
    players = await people.game(5, firstNight="kill")
    (mafioso,) = of_role(players, "mafia")
    answers = [await answered(mafioso, "chat:send", message=str(each)) for each in range(CHATS + 1)]
    assert answers[-1]["code"] == "rate_limited"
    await mafioso.expect("chat:mute")
    others = [player for player in players if player is not mafioso]
    for other in others:
        await agreed(other, "room:sync")
        assert other.seen("chat:mute") == []


async def test_a_new_socket_brings_no_new_words(people: People) -> None:
    ann, bob = await people.lobby(2)
    for each in range(CHATS):
        await agreed(ann, "chat:send", message=str(each))
    ann.cut()
    await ann.reconnect()
    assert await refused(ann, "chat:send", message="one more") == "rate_limited"
    assert [said["message"] for said in bob.seen("chat:message")][-1] == str(CHATS - 1)


async def test_a_refused_join_does_not_cost_the_seat(people: People) -> None:
    full = await people.lobby(4, max_players=4)
    players = await people.game(4, absence="eliminate")
    mafioso, *town = sorted(players, key=lambda player: player.view.role != "mafia")
    await agreed(mafioso, "room:leave")
    for player in town:
        await agreed(player, "action:done")
    for player in town:
        await player.expect("game:end", timeout=30)
    assert await refused(town[0], "room:join", roomCode=full[0].view.room_code) == "full"
    await agreed(town[0], "room:rematch")


@pytest.mark.parametrize(
    "path", ["/?code=a/b", "/?code=//evil.com", "/?code=../admin", "/r/%20", "/r/%E3%80%80", "/r/a%2Fb"]
)
async def test_an_odd_address_is_no_trouble_of_ours(site: Site, path: str) -> None:
    assert await asyncio.to_thread(status_of, site.url + path) in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}


def status_of(url: str) -> int:
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
            return int(answer.status)
    except HTTPError as answer:
        return answer.code
