"""Who somebody is: proved by the cookie or the token, said once, and told under a name that is nobody else's."""

import uuid
from collections.abc import Callable

import pytest

from tests.client import Refused
from tests.client.visit import cookies_of
from tests.gateway import raw
from tests.gateway.people import People, agreed, refused
from tests.servers import Site

pytestmark = pytest.mark.usefixtures("quiet")


async def test_a_guest_gets_an_id_a_name_and_a_token(people: People) -> None:
    ann = await people.guest("Ann")
    (success,) = ann.seen("auth:success")
    assert str(uuid.UUID(success["userId"])) == success["userId"]
    assert (success["username"], success["isGuest"]) == ("Ann", True)
    assert success["token"]


async def test_two_guests_are_two_users(people: People) -> None:
    assert (await people.guest("Ann")).user_id != (await people.guest("Ann")).user_id


async def test_the_token_proves_who_comes_back(people: People) -> None:
    ann = await people.guest("Ann")
    await ann.close()
    assert (await people.again(ann)).user_id == ann.user_id


async def test_the_cookie_proves_who_comes_back(people: People, site: Site) -> None:
    cookie = await cookies_of(site.url)
    ann = await people.guest("Ann", cookie=cookie)
    await ann.close()
    assert (await people.guest("Ann", cookie=cookie)).user_id == ann.user_id


async def test_the_cookie_wins_over_a_token(people: People, site: Site) -> None:
    ann, bob = await people.guest("Ann", cookie=await cookies_of(site.url)), await people.guest("Bob")
    ann.cut()
    ann._line.token = bob.token
    await ann.reconnect()
    assert ann.seen("auth:success")[-1]["userId"] == ann.seen("auth:success")[0]["userId"]


@pytest.mark.parametrize(
    "forge", [lambda token, _id: token[:-1] + "x", lambda _token, id_: id_, lambda _t, _i: "x.y.z"]
)
async def test_a_forged_token_is_nobody(people: People, forge: Callable[[str, str], str]) -> None:
    ann = await people.guest("Ann")
    forger = people.stranger("Ann")
    forger._line.token = forge(str(ann.token), ann.user_id)
    await forger.connect()
    assert forger.user_id != ann.user_id
    assert ann.closed is None


async def test_a_token_is_no_cookie(people: People) -> None:
    ann = await people.guest("Ann")
    thief = await people.guest("Ann", cookie=f"mafia={ann.token}")
    assert thief.user_id != ann.user_id


async def test_a_user_id_in_a_frame_proves_nothing(people: People) -> None:
    ann, bob = await people.guest("Ann"), await people.guest("Bob")
    await agreed(ann, "room:create", isPublic=False, maxPlayers=4, userId=bob.user_id)
    view = await ann.until(lambda view: view.host_id)
    assert view.host_id == ann.user_id


async def test_nobody_says_twice_who_they_are(people: People) -> None:
    ann = await people.guest("Ann")
    assert await refused(ann, "auth:identify", username="Zoe") == "already_identified"


@pytest.mark.parametrize("name", ["", "   ", "x" * 21, "a\u0000b", "a\u202eb", "\u200b", "\t"])
async def test_a_name_that_cannot_be_shown_is_refused(people: People, name: str) -> None:
    with pytest.raises(Refused) as refusal:
        await people.guest(name)
    assert refusal.value.frame["code"] == "invalid"


async def test_a_name_is_trimmed_and_normal(people: People) -> None:
    ann = await people.guest("  \uff21nn   Lee ")
    assert ann.seen("auth:success")[0]["username"] == "Ann Lee"


@pytest.mark.parametrize("alike", ["Ann", "ann", "\u0410nn"])
async def test_two_who_look_alike_are_told_apart(people: People, alike: str) -> None:
    ann, other = await people.guest("Ann"), await people.guest(alike)
    await agreed(ann, "room:create", isPublic=False, maxPlayers=4)
    view = await ann.until(lambda view: view.room_code)
    await agreed(other, "room:join", roomCode=view.room_code)
    view = await ann.until(lambda view: len(view.seats) == 2)
    assert view.name(other.user_id) == f"{alike} 2"
    assert view.name(ann.user_id) == "Ann"


async def test_a_seat_keeps_its_name_when_its_player_comes_back_under_another(people: People) -> None:
    ann = await people.guest("Ann")
    await agreed(ann, "room:create", isPublic=False, maxPlayers=4)
    await ann.close()
    other = await people.again(ann)
    assert (await other.expect("auth:success"))["username"] == "Ann"


EVENTS = [
    ("room:create", {"isPublic": False, "maxPlayers": 4}),
    ("room:join", {"roomCode": "ABCDEF"}),
    ("room:sync", {}),
    ("chat:send", {"message": "hi"}),
    ("vote:cast", {"targetId": None}),
    ("action:done", {}),
    ("ping", {}),
]


@pytest.mark.parametrize(("event", "fields"), EVENTS)
async def test_nothing_is_done_for_somebody_unknown(site: Site, event: str, fields: dict[str, object]) -> None:
    async with raw.dialled(site.url) as socket:
        answer = await socket.ask({"type": event, "ref": "1", **fields})
    assert (answer["code"], answer["ref"]) == ("not_identified", "1")
