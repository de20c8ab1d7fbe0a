"""Coming back over real sockets: after a reload in each phase, out of a tunnel, and what the welcome is made of."""

import asyncio
from functools import partial

from tests.chaos.line import Cable
from tests.client import Player
from tests.client.view import View
from tests.gateway import raw
from tests.gateway.people import People, agreed, come, of_role, refused, until_day, until_voting
from tests.gateway.scenes import scene

BREATH = 0.5  # seconds: what would follow had followed by now


async def reloaded(player: Player) -> None:
    """The player's page goes, and a new one comes, with nothing but the identity: it finds what the old one knew."""
    before = player.view
    player.cut()
    player.view = View()
    await player.reconnect()
    found = await player.until(lambda view: view.room_id)
    known = (before.role, before.phase, before.round, before.alive, before.chat, before.vote, before.host_id)
    assert (found.role, found.phase, found.round, found.alive, found.chat, found.vote, found.host_id) == known


def is_back(other: Player, view: View) -> bool:
    """Whether this player is seen at the table."""
    return view.seats[other.user_id].connected


def is_away(other: Player, view: View) -> bool:
    """Whether this player is seen to be away."""
    return not is_back(other, view)


@scene
async def test_who_reloads_finds_the_table_as_it_was_in_every_phase(people: People) -> None:
    players = await people.lobby(6, mafia=1, detective=True, doctor=True, firstNight="kill")
    host, *others = players
    await reloaded(host)
    await asyncio.gather(*(agreed(player, "room:ready") for player in others))
    await agreed(host, "room:start")
    await come(players, "night")
    for player in players:
        await reloaded(player)
    [mafioso], [victim, *_] = of_role(players, "mafia"), of_role(players, "villager")
    await agreed(mafioso, "action:mafiaKill", targetId=victim.user_id)
    await until_day(players)
    await agreed(mafioso, "chat:send", message="It was not me.")
    for player in players:
        await player.until(lambda view: view.chat)
        await reloaded(player)
    await until_voting(players)
    await agreed(mafioso, "vote:cast", targetId=None)
    for player in players:
        await reloaded(player)
    for player in players:
        if player.view.alive and player is not mafioso:
            await agreed(player, "vote:cast", targetId=mafioso.user_id)
    for player in players:
        await player.until(lambda view: view.end)
        end = player.view.end
        await reloaded(player)
        assert (player.view.end or {}).get("fairness") == (end or {}).get("fairness")


@scene
async def test_a_whisper_that_arrives_after_dawn_is_refused_and_nobody_hears_it(people: People) -> None:
    players = await people.game(5, mafia=1, detective=False, doctor=False, firstNight="kill")
    [mafioso] = of_role(players, "mafia")
    victim, *others = of_role(players, "villager")
    await agreed(mafioso, "chat:send", message="Whom?", channel="mafia")
    await agreed(mafioso, "action:mafiaKill", targetId=victim.user_id)
    await until_day(players)
    assert await refused(mafioso, "chat:send", message="Let us kill them.", channel="mafia") == "wrong_phase"
    await agreed(mafioso, "chat:send", message="Good morning.")
    for other in others:
        await other.expect("chat:message", message="Good morning.")
        assert not any("Let us kill" in str(each.frame) for each in other.frames)


@scene
async def test_who_slept_over_dawn_and_vote_finds_both_on_the_timeline(people: People) -> None:
    players = await people.game(5, mafia=1, detective=False, doctor=False, firstNight="kill")
    sleeper, victim, _ = of_role(players, "villager")[:3]
    [mafioso] = of_role(players, "mafia")
    awake = [player for player in players if player is not sleeper]
    await agreed(mafioso, "action:mafiaKill", targetId=victim.user_id)
    await agreed(sleeper, "action:done")
    sleeper.cut()
    await until_day(awake)
    await agreed(mafioso, "chat:send", message="Who is asleep?")
    await sleeper.reconnect()
    state = (await sleeper.expect("auth:reconnect"))["gameState"]
    told = [(entry["kind"], [death["userId"] for death in entry.get("deaths", [])]) for entry in state["timeline"]]
    assert told == [("night", []), ("dawn", [victim.user_id])]
    assert [message["message"] for message in state["chat"]] == ["Who is asleep?"]
    assert state["you"]["alive"]


@scene
async def test_out_of_a_tunnel_one_is_back_on_a_new_line_while_the_old_one_still_seems_alive(people: People) -> None:
    ann, bob = await people.lobby(2)
    async with Cable(people.urls[0]).open() as cable:
        bob.cut()
        await ann.until(partial(is_away, bob))
        await people.again(bob, urls=[cable.url], origin=people.urls[0])
        await ann.until(partial(is_back, bob))
        pictures = len(ann.seen("room:update"))
        cable.is_dead = True
        await agreed(await people.again(bob), "room:ready")
    await asyncio.sleep(BREATH)  # the old line ends only now, and takes nothing along
    later = ann.seen("room:update")[pictures:]
    assert {seat["connected"] for picture in later for seat in picture["players"]} == {True}


@scene
async def test_the_ack_of_a_greeting_comes_after_all_of_the_welcome(people: People) -> None:
    ann, _ = await people.lobby(2)
    stranger = {"type": "auth:identify", "username": "Zoe", "ref": "hello"}
    async with raw.dialled(people.urls[0]) as socket:
        await socket.say(stranger)
        assert [(await socket.hear())["type"] for _ in range(2)] == ["auth:success", "ack"]
    async with raw.dialled(people.urls[0]) as socket:
        await socket.say({**stranger, "token": ann.token})
        assert [(await socket.hear())["type"] for _ in range(3)] == ["auth:success", "auth:reconnect", "ack"]


@scene
async def test_who_lost_the_seat_meanwhile_is_told_so_and_may_sit_down_again(people: People) -> None:
    ann, bob = await people.lobby(2)
    code = bob.view.room_code
    bob.cut()
    elsewhere = await people.again(bob)
    await agreed(elsewhere, "room:leave")
    await ann.until(lambda view: len(view.seats) == 1)
    await elsewhere.close()
    await bob.reconnect()
    assert await refused(bob, "room:sync") == "not_in_room"
    await agreed(bob, "room:join", roomCode=code)
    assert list((await ann.until(lambda view: len(view.seats) == 2)).seats) == [ann.user_id, bob.user_id]


@scene
async def test_the_table_takes_each_of_two_tabs_back_as_often_as_one_says_play_here(people: People) -> None:
    players = await people.game(4)
    one = players[0]
    for _ in range(3):
        two = await people.again(one)
        await two.until(lambda view: view.role)
        assert (two.view.role, two.view.phase) == (one.view.role, "night")
        one = two
    await agreed(one, "action:done")
    assert (await players[1].until(partial(is_back, one))).seats[one.user_id].alive


@scene
async def test_a_game_has_one_beginning_whether_one_was_there_or_comes_back(people: People) -> None:
    players = await people.game(4)
    first = players[0].seen("game:phase")[0]
    await reloaded(players[0])
    state = (await players[0].expect("auth:reconnect"))["gameState"]
    assert state["startedAt"] == first["endsAt"] - first["duration"] * 1000
