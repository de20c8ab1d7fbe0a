"""The lobby: who may come in, what the host may do, and when a game may start."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.gateway.people import People, agreed, of_role, refused, start
from tests.servers import Site

pytestmark = pytest.mark.usefixtures("quiet")
NOWHERE = "222222"


async def test_who_opens_a_room_hosts_it(people: People) -> None:
    (ann,) = await people.lobby(1)
    assert ann.view.is_host
    assert ann.view.status == "lobby"


async def test_the_settings_of_a_new_room_are_its_hosts(people: People) -> None:
    ann = await people.guest("Ann")
    await agreed(ann, "room:create", isPublic=True, maxPlayers=7, settings={"nightTime": 120, "openVotes": True})
    update = await ann.expect("room:update")
    assert (update["isPublic"], update["maxPlayers"]) == (True, 7)
    assert (update["settings"]["nightTime"], update["settings"]["openVotes"]) == (120, True)


@pytest.mark.parametrize("spelling", [str.lower, lambda code: f" {code[:3]}-{code[3:]} ", lambda code: f"{code}\u2003"])
async def test_a_code_is_taken_as_people_write_it(people: People, spelling: Callable[[str], str]) -> None:
    (ann,) = await people.lobby(1)
    bob = await people.guest("Bob")
    await agreed(bob, "room:join", roomCode=spelling(ann.view.room_code))
    assert (await bob.until(lambda view: view.room_id)).room_id == ann.view.room_id


@pytest.mark.parametrize("code", [NOWHERE, "", "ABC", "*", "a:b", "\r\nDEL x", "\u0131" * 6])
async def test_a_code_that_leads_nowhere_is_not_found(people: People, code: str) -> None:
    ann = await people.guest("Ann")
    assert await refused(ann, "room:join", roomCode=code) == "not_found"


async def test_a_room_is_never_overfull(people: People) -> None:
    host, *_ = await people.lobby(4, max_players=4)
    eve = await people.guest("Eve")
    assert await refused(eve, "room:join", roomCode=host.view.room_code) == "full"


async def test_nobody_comes_into_a_running_game(people: People) -> None:
    players = await people.game(4)
    eve = await people.guest("Eve")
    assert await refused(eve, "room:join", roomCode=players[0].view.room_code) == "in_game"


async def test_nobody_sits_in_two_rooms(people: People) -> None:
    (ann,), (bob,) = await people.lobby(1), await people.lobby(1)
    assert await refused(bob, "room:join", roomCode=ann.view.room_code) == "already_in_room"
    assert await refused(bob, "room:create", isPublic=False, maxPlayers=4) == "already_in_room"


async def test_who_joins_twice_keeps_the_one_seat(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(bob, "room:join", roomCode=ann.view.room_code)
    assert [seat.username for seat in bob.view.seats.values()] == ["Ann", "Bob"]


async def test_who_leaves_may_sit_elsewhere(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(bob, "room:leave")
    assert (await bob.expect("room:left"))["reason"] == "left"
    await agreed(bob, "room:create", isPublic=False, maxPlayers=4)
    await ann.until(lambda view: len(view.seats) == 1)


async def test_who_sits_nowhere_can_do_nothing_in_a_room(people: People) -> None:
    ann = await people.guest("Ann")
    for event in ("leave", "ready", "unready", "start", "settings", "rematch", "sync"):
        assert await refused(ann, f"room:{event}") == "not_in_room"
    assert await refused(ann, "room:kick", userId=ann.user_id) == "not_in_room"
    assert await refused(ann, "chat:send", message="hi") == "not_in_room"
    assert await refused(ann, "vote:cast", targetId=None) == "not_in_room"
    assert await refused(ann, "action:done") == "not_in_room"


async def test_only_the_host_has_the_hosts_powers(people: People) -> None:
    ann, bob, *_ = await people.lobby(4)
    assert await refused(bob, "room:kick", userId=ann.user_id) == "not_host"
    assert await refused(bob, "room:settings", nightTime=20) == "not_host"
    assert await refused(bob, "room:start") == "not_host"


async def test_the_kicked_are_told_and_cannot_come_back(people: People) -> None:
    ann, bob, cat = await people.lobby(3)
    await agreed(ann, "room:kick", userId=bob.user_id)
    assert (await bob.expect("room:left"))["reason"] == "kicked"
    assert await refused(bob, "room:join", roomCode=ann.view.room_code) == "kicked"
    await bob.close()
    back = await people.again(bob)
    assert await refused(back, "room:join", roomCode=ann.view.room_code) == "kicked"
    assert [seat.username for seat in (await cat.until(lambda view: len(view.seats) == 2)).seats.values()] == [
        "Ann",
        "Cat",
    ]


async def test_the_kicked_hear_nothing_more(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(ann, "room:kick", userId=bob.user_id)
    await bob.expect("room:left")
    await agreed(ann, "chat:send", message="Good riddance.")
    await bob.send("ping")
    assert bob.seen("chat:message") == []


@pytest.mark.parametrize("whom", ["nobody", "herself"])
async def test_only_somebody_else_at_the_table_can_be_kicked(people: People, whom: str) -> None:
    (ann,) = await people.lobby(1)
    assert await refused(ann, "room:kick", userId=ann.user_id if whom == "herself" else "x") == "invalid"


async def test_the_host_who_leaves_is_followed_by_whoever_has_been_there_longest(people: People) -> None:
    ann, bob, cat = await people.lobby(3)
    await agreed(ann, "room:leave")
    for player in (bob, cat):
        assert (await player.until(lambda view: len(view.seats) == 2)).host_id == bob.user_id


async def test_an_empty_room_is_gone(people: People, site: Site) -> None:
    (ann,) = await people.lobby(1)
    code, room_id = ann.view.room_code, ann.view.room_id
    await agreed(ann, "room:leave")
    await ann.expect("room:left")
    assert await refused(ann, "room:join", roomCode=code) == "not_found"
    with site.redis() as live:
        assert list(live.scan_iter(f"*{room_id}*")) == []
        assert list(live.scan_iter(f"*{code}*")) == []
        assert list(live.scan_iter(f"*user:{ann.user_id}")) == []


async def test_new_settings_ask_everybody_anew(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(bob, "room:ready")
    await ann.until(lambda view: view.everybody_ready)
    await agreed(ann, "room:settings", nightTime=20, maxPlayers=5, isPublic=True)
    view = await bob.until(lambda view: view.settings["nightTime"] == 20)
    assert not view.seats[bob.user_id].ready


async def test_a_preset_comes_before_the_fields_beside_it(people: People) -> None:
    (ann,) = await people.lobby(1)
    await agreed(ann, "room:settings", preset="rapid", voteTime=99)
    settings = (await ann.until(lambda view: view.settings["voteTime"] == 99)).settings
    assert (settings["nightTime"], settings["discussionTime"], settings["revealTime"]) == (20, 45, 5)


BOUNDS = {"nightTime": (15, 120), "discussionTime": (15, 300), "voteTime": (10, 120), "revealTime": (3, 20)}
OUT_OF_BOUNDS: list[dict[str, Any]] = [
    *[{name: value} for name, (low, high) in BOUNDS.items() for value in (low - 1, high + 1, low + 0.5)],
    {"nightTime": "30"},
    {"nightTime": 10**30},
    {"nightTime": None},
    {"mafia": 0},
    {"mafia": 8},
    {"runoff": 1},
    {"revealRoles": "all"},
    {"absence": ""},
    {"firstNight": "party"},
    {"preset": "instant"},
    {"maxPlayers": 3},
    {"maxPlayers": 17},
    {"isPublic": "yes"},
]


async def test_settings_out_of_bounds_are_refused_and_change_nothing(people: People) -> None:
    for at in range(0, len(OUT_OF_BOUNDS), 10):
        (ann,) = await people.lobby(1)
        before = ann.view.settings
        for patch in OUT_OF_BOUNDS[at : at + 10]:
            assert await refused(ann, "room:settings", **patch) == "invalid", patch
        await agreed(ann, "room:sync")
        assert ann.view.settings == before


async def test_settings_at_their_bounds_are_taken(people: People) -> None:
    (ann,) = await people.lobby(1)
    for end in (0, 1):
        wanted = {name: bound[end] for name, bound in BOUNDS.items()}
        await agreed(ann, "room:settings", **wanted)
        await agreed(ann, "room:sync")
        assert {name: ann.view.settings[name] for name in BOUNDS} == wanted


async def test_a_table_cannot_be_set_for_fewer_than_sit_there_nor_for_a_mafia_of_half(people: People) -> None:
    ann, *_ = await people.lobby(5)
    assert await refused(ann, "room:settings", maxPlayers=4) == "invalid"
    assert await refused(ann, "room:settings", maxPlayers=6, mafia=3) == "invalid"


NO_ROOM: list[dict[str, object]] = [
    {},
    {"maxPlayers": 4},
    {"isPublic": False},
    {"isPublic": False, "maxPlayers": 3},
    {"isPublic": False, "maxPlayers": 4, "settings": {"mafia": 2}},
]


@pytest.mark.parametrize("fields", NO_ROOM)
async def test_a_room_needs_to_be_described(people: People, fields: dict[str, object]) -> None:
    assert await refused(await people.guest("Ann"), "room:create", **fields) == "invalid"


async def test_three_are_too_few_to_start(people: People) -> None:
    ann, bob, cat = await people.lobby(3)
    await agreed(bob, "room:ready")
    await agreed(cat, "room:ready")
    assert await refused(ann, "room:start") == "too_few"


async def test_nobody_starts_before_all_are_ready(people: People) -> None:
    ann, bob, cat, dan = await people.lobby(4)
    for player in (bob, cat, dan):
        await agreed(player, "room:ready")
    await agreed(cat, "room:unready")
    assert await refused(ann, "room:start") == "not_ready"


async def test_the_start_comes_with_a_promise_before_the_roles(people: People) -> None:
    players = await people.game(5)
    for player in players:
        came = [record.event for record in player.frames if record.event.startswith("game:")]
        assert came[-3:] == ["game:commitment", "game:role", "game:phase"]
    assert len({player.seen("game:commitment")[0]["commitment"] for player in players}) == 1
    assert len(of_role(players, "mafia")) == 1


async def test_the_lobbys_powers_end_with_the_start(people: People) -> None:
    players = await people.lobby(4)
    await start(players)
    ann, bob, *_ = players
    assert await refused(ann, "room:kick", userId=bob.user_id) == "wrong_phase"
    assert await refused(ann, "room:settings", nightTime=20) == "wrong_phase"
    assert await refused(ann, "room:start") == "wrong_phase"
    assert await refused(bob, "room:ready") == "wrong_phase"
    assert await refused(bob, "room:rematch") == "wrong_phase"


async def test_who_guesses_codes_has_to_stop_at_whatever_gateway(crowd: People) -> None:
    guesser, answers = await crowd.guest("Gus"), list[str]()
    for _ in range(2):
        answers += [await refused(guesser, "room:join", roomCode=NOWHERE) for _ in range(18)]
        guesser.cut()
        await guesser.reconnect()
    assert answers == ["not_found"] * 30 + ["rate_limited"] * 6
    host, friend = await crowd.lobby(2)
    assert friend.view.room_id == host.view.room_id
    assert await refused(guesser, "room:join", roomCode=host.view.room_code) == "rate_limited"
