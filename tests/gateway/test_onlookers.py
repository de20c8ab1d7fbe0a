"""A screen looks on: it gets what is public and nothing else, takes nobody's seat or socket, and holds nothing up."""

import asyncio

import pytest

from game.closing import CloseCode
from tests.client import Player
from tests.client.record import Frame
from tests.gateway.checker import check
from tests.gateway.people import FAST, People, agreed, everybody, of_role, refused, start, until_day
from tests.gateway.scenes import scene

PUBLIC = {"room:update", "game:commitment", "game:phase", "vote:update", "vote:result", "game:end"}
CAST: Frame = {"mafia": 1, "detective": True, "doctor": True, "firstNight": "kill"}


def public(player: Player) -> list[Frame]:
    """What of this player's frames is for everybody, in order; the way to the replay is not."""
    heard = [{name: value for name, value in each.frame.items() if name != "gameId"} for each in player.frames]
    return [
        frame
        for frame in heard
        if frame["type"] in PUBLIC or (frame["type"] == "chat:message" and frame["channel"] in {"lobby", "day"})
    ]


@scene
async def test_a_screen_is_told_a_whole_game_as_its_players_are_and_none_of_their_secrets(people: People) -> None:
    players = await people.lobby(5, **CAST)
    ann = players[0]
    screen = await people.screen(ann.view.room_code, of=ann)
    since = len(public(ann))
    await start(players)
    await asyncio.gather(*(player.play() for player in players))
    await screen.until(lambda view: view.end)
    assert public(screen) == public(ann)[since:]
    assert ["gameId" in player.seen("game:end")[0] for player in (ann, screen)] == [True, False]
    await agreed(screen, "room:watch", roomCode=ann.view.room_code)
    assert check(people.tape) == []
    assert {record.event for record in screen.frames} - PUBLIC <= {
        "auth:success",
        "ack",
        "room:watching",
        "chat:message",
    }
    await agreed(ann, "room:rematch")
    assert (await screen.until(lambda view: view.status == "lobby")).phase == "lobby"


@scene
async def test_a_night_shows_a_screen_nothing_of_who_does_what(people: People) -> None:
    players = await people.lobby(5, **CAST)
    screen = await people.screen(players[0].view.room_code)
    await start(players)
    await screen.until(lambda view: view.phase == "night")
    heard = len(screen.frames)
    detective, doctor = of_role(players, "detective")[0], of_role(players, "doctor")[0]
    await agreed(detective, "action:detectiveInspect", targetId=doctor.user_id)
    await agreed(doctor, "action:doctorSave", targetId=detective.user_id)
    await everybody(players, "action:done")
    await screen.until(lambda view: view.phase == "day", timeout=20)
    assert [record.event for record in screen.frames[heard:]] == ["game:phase"]


@scene
async def test_the_talk_of_the_dead_and_of_the_mafia_reaches_no_screen(people: People) -> None:
    players = await people.game(5, **CAST)
    killer, victim = of_role(players, "mafia")[0], of_role(players, "villager")[0]
    screen = await people.screen(victim.view.room_code, of=victim)
    await agreed(killer, "chat:send", message="whisper")
    await agreed(killer, "action:mafiaKill", targetId=victim.user_id)
    await until_day(players)
    await agreed(victim, "chat:send", message="from beyond")
    await agreed(killer, "chat:send", message="aloud")
    await screen.expect("chat:message", message="aloud")
    late = await people.screen(victim.view.room_code)
    assert [line.text for line in late.view.chat] == ["aloud"]
    assert [frame["message"] for frame in screen.seen("chat:message")] == ["aloud"]


async def test_a_player_and_a_screen_of_the_same_browser_leave_each_other_alone(people: People) -> None:
    ann, bob = await people.lobby(2)
    screen = await people.screen(ann.view.room_code, of=ann)
    ann.cut()
    await ann.reconnect()
    await agreed(bob, "room:ready")
    await screen.until(lambda view: view.seats[bob.user_id].ready)
    await agreed(ann, "room:sync")
    assert (ann.closed, screen.closed) == (None, None)


async def test_a_screen_takes_no_seat_and_is_nobody_s_presence(people: People) -> None:
    ann, bob = await people.lobby(2)
    screen = await people.screen(ann.view.room_code, of=ann)
    ann.cut()
    await bob.until(lambda view: not view.seats[ann.user_id].connected)
    assert list(screen.view.seats) == [ann.user_id, bob.user_id]


async def test_a_screen_in_another_process_follows_along(crowd: People) -> None:
    ann, bob = await crowd.lobby(2)
    screens = [await crowd.screen(ann.view.room_code, of=ann) for _ in range(2)]
    await agreed(bob, "room:ready")
    for screen in screens:
        await screen.until(lambda view: view.seats[bob.user_id].ready)
    for player in (bob, ann):
        await agreed(player, "room:leave")
    for screen in screens:
        await screen.expect("room:left", reason="closed")


async def test_who_is_kicked_looks_on_no_longer_and_not_again(people: People) -> None:
    ann, bob = await people.lobby(2)
    code = ann.view.room_code
    screen = await people.screen(code, of=bob)
    await agreed(ann, "room:kick", userId=bob.user_id)
    await screen.expect("room:left", reason="kicked")
    assert await refused(screen, "room:watch", roomCode=code) == "kicked"


@pytest.mark.parametrize("is_public", [True, False])
async def test_a_table_for_strangers_is_not_shown(people: People, is_public: bool) -> None:
    ann = await people.guest("Ann")
    await agreed(ann, "room:create", isPublic=is_public, maxPlayers=6, settings=FAST)
    await ann.until(lambda view: view.room_code)
    screen = people.stranger("Screen", watch=True)
    await screen.connect()
    answer = await screen.send("room:watch", roomCode=ann.view.room_code)
    assert answer.get("code") == ("not_found" if is_public else None)


async def test_a_screen_goes_dark_when_the_table_opens_to_strangers(people: People) -> None:
    ann, _ = await people.lobby(2)
    screen = await people.screen(ann.view.room_code)
    await agreed(ann, "room:settings", isPublic=True)
    await screen.expect("room:left", reason="closed")


async def test_a_socket_that_looks_on_does_nothing_else_and_no_other_looks_on(people: People) -> None:
    ann, _ = await people.lobby(2)
    code = ann.view.room_code
    screen = await people.screen(code, of=ann)
    asked: dict[str, Frame] = {
        "room:join": {"roomCode": code},
        "room:create": {"isPublic": False, "maxPlayers": 4},
        "room:leave": {},
        "room:start": {},
        "chat:send": {"message": "hello"},
        "vote:cast": {"targetId": None},
        "action:done": {},
        "matchmaking:join": {},
    }
    for event, fields in asked.items():
        assert await refused(screen, event, **fields) == "wrong_socket"
    assert await refused(ann, "room:watch", roomCode=code) == "wrong_socket"
    assert ann.view.seats.keys() == screen.view.seats.keys()


async def test_whoever_guesses_codes_to_look_on_has_to_slow_down(people: People) -> None:
    screen = people.stranger("Screen", watch=True)
    await screen.connect()
    codes = []
    while "rate_limited" not in codes:
        codes.append(await refused(screen, "room:watch", roomCode="222222"))
    assert set(codes) == {"not_found", "rate_limited"}


async def test_a_table_has_room_for_eight_screens(people: People) -> None:
    (ann,) = await people.lobby(1)
    screens = [await people.screen(ann.view.room_code) for _ in range(8)]
    ninth = people.stranger("Ninth", watch=True)
    await ninth.connect()
    assert await refused(ninth, "room:watch", roomCode=ann.view.room_code) == "full"
    await agreed(screens[0], "room:watch", roomCode=ann.view.room_code)


async def test_one_person_has_two_screens_at_a_table_and_the_newest_of_three_stay(people: People) -> None:
    (ann,) = await people.lobby(1)
    oldest, *others = [await people.screen(ann.view.room_code, of=ann) for _ in range(3)]
    async with asyncio.timeout(5):
        while oldest.closed is None:
            await oldest.changed()
    assert oldest.closed == CloseCode.OPENED_ELSEWHERE
    for screen in others:
        await agreed(screen, "room:watch", roomCode=ann.view.room_code)
