"""A game's evening as its players meet it: who may do what when, who hears what, and what a reconnect restores."""

import asyncio

from tests.client import Player
from tests.gateway.checker import check
from tests.gateway.people import (
    People,
    agreed,
    come,
    everybody,
    of_role,
    refused,
    until_day,
    until_voting,
)
from tests.gateway.scenes import scene

CAST = {"mafia": 2, "detective": True, "doctor": True, "firstNight": "kill"}
NIGHT_ACTS = ("action:mafiaKill", "action:doctorSave", "action:detectiveInspect")


async def slain(players: list[Player]) -> Player:
    """A villager dies in the first night; the day has come."""
    killer, victim = of_role(players, "mafia")[0], of_role(players, "villager")[0]
    await agreed(killer, "action:mafiaKill", targetId=victim.user_id)
    await until_day(players)
    return victim


async def texts(players: list[Player], channel: str) -> dict[str, list[str]]:
    """What each of them has heard on a channel, once all that was said has arrived."""
    await everybody(players, "room:sync")
    return {player.name: [line.text for line in player.view.chat if line.channel == channel] for player in players}


@scene
async def test_at_night_each_role_has_its_own_act_and_no_other(people: People) -> None:
    players = await people.game(7, **CAST)
    own = {"mafia": "action:mafiaKill", "doctor": "action:doctorSave", "detective": "action:detectiveInspect"}
    for role in ("mafia", "doctor", "detective", "villager"):
        player = of_role(players, role)[0]
        other = next(each for each in players if each.view.role not in {role, "mafia"})
        for act in NIGHT_ACTS:
            if own.get(role) == act:
                await agreed(player, act, targetId=other.user_id)
            else:
                assert await refused(player, act, targetId=other.user_id) == "not_allowed"
        assert await refused(player, "vote:cast", targetId=other.user_id) == "wrong_phase"


@scene
async def test_a_wrong_role_learns_nothing_from_the_target(people: People) -> None:
    players = await people.game(7, **CAST)
    villager, mafia = of_role(players, "villager")[0], of_role(players, "mafia")
    for target in (mafia[0].user_id, villager.user_id, "nobody"):
        assert await refused(villager, "action:mafiaKill", targetId=target) == "not_allowed"
    assert await refused(mafia[0], "action:mafiaKill", targetId=mafia[1].user_id) == "bad_target"
    assert await refused(mafia[0], "action:mafiaKill", targetId="nobody") == "bad_target"


@scene
async def test_the_mafia_share_one_target_and_nobody_else_hears_of_it(people: People) -> None:
    players = await people.game(7, **CAST)
    one, other = of_role(players, "mafia")
    first, second = of_role(players, "villager")[:2]
    await agreed(one, "action:mafiaKill", targetId=first.user_id)
    await other.expect("action:update", targetId=first.user_id, byId=one.user_id)
    await agreed(other, "action:mafiaKill", targetId=second.user_id)
    await one.expect("action:update", targetId=second.user_id, byId=other.user_id)
    await everybody(players, "room:sync")
    assert [player.name for player in players if player.seen("action:update")] == [
        player.name for player in players if player in (one, other)
    ]


@scene
async def test_only_the_detective_is_told_and_only_at_dawn(people: People) -> None:
    players = await people.game(7, **CAST)
    detective, suspect = of_role(players, "detective")[0], of_role(players, "mafia")[0]
    await agreed(detective, "action:detectiveInspect", targetId=suspect.user_id)
    assert not detective.seen("action:result")
    await until_day(players)
    found = (await detective.expect("action:result"))["inspectResult"]
    assert found == {"userId": suspect.user_id, "isMafia": True}
    assert [player.name for player in players if player.seen("action:result")] == [detective.name]


@scene
async def test_whom_the_doctor_guards_lives(people: People) -> None:
    players = await people.game(7, **CAST)
    victim = of_role(players, "villager")[0]
    await agreed(of_role(players, "mafia")[0], "action:mafiaKill", targetId=victim.user_id)
    await agreed(of_role(players, "doctor")[0], "action:doctorSave", targetId=victim.user_id)
    await until_day(players)
    assert (await victim.expect("game:phase", phase="day"))["deaths"] == []


@scene
async def test_at_the_first_meeting_nobody_acts(people: People) -> None:
    players = await people.game(7, **{**CAST, "firstNight": "meeting"})
    for role, act in zip(("mafia", "doctor", "detective"), NIGHT_ACTS, strict=True):
        player = of_role(players, role)[0]
        target = of_role(players, "villager")[0].user_id
        assert await refused(player, act, targetId=target) == "wrong_phase"
    await agreed(of_role(players, "villager")[0], "action:done", targetId=players[0].user_id)


@scene
async def test_each_phase_has_its_own_talk(people: People) -> None:
    players = await people.game(7, **CAST)
    one, other = of_role(players, "mafia")
    villager, doctor = of_role(players, "villager")[0], of_role(players, "doctor")[0]
    assert await refused(villager, "chat:send", message="Anybody awake?") == "wrong_phase"
    assert await refused(doctor, "chat:send", message="Anybody awake?") == "wrong_phase"
    await agreed(one, "chat:send", message="Whom?")
    assert (await other.expect("chat:message"))["channel"] == "mafia"
    victim = await slain(players)
    await agreed(victim, "chat:send", message="I saw them.")
    await agreed(other, "chat:send", message="Poor soul.")
    assert await texts(players, "mafia") == {
        player.name: ["Whom?"] if player in (one, other) else [] for player in players
    }
    assert await texts(players, "dead") == {
        player.name: ["I saw them."] if player is victim else [] for player in players
    }
    assert await texts(players, "day") == {player.name: ["Poor soul."] for player in players}
    for player in players:
        player.cut()
    await asyncio.gather(*(player.reconnect() for player in players))
    assert [len(heard) for heard in (await texts(players, "dead")).values()] == [int(p is victim) for p in players]


@scene
async def test_the_dead_do_nothing_but_talk(people: People) -> None:
    players = await people.game(7, **CAST)
    victim = await slain(players)
    assert await refused(victim, "action:done") == "dead"
    await until_voting(players)
    assert await refused(victim, "vote:cast", targetId=None) == "dead"
    assert await refused(victim, "vote:cast", targetId=victim.user_id) == "dead"


@scene
async def test_votes_are_for_the_living_and_not_for_oneself(people: People) -> None:
    players = await people.game(7, **CAST)
    victim = await slain(players)
    voter, suspect = [player for player in players if player is not victim][:2]
    assert await refused(voter, "vote:cast", targetId=suspect.user_id) == "wrong_phase"
    await until_voting(players)
    for target in (voter.user_id, victim.user_id, "nobody", "skip"):
        assert await refused(voter, "vote:cast", targetId=target) == "bad_target"
    await agreed(voter, "vote:cast", targetId=suspect.user_id)
    await suspect.expect("vote:update", counts={suspect.user_id: 1}, cast=1)
    await agreed(voter, "vote:cast", targetId=None)
    update = await suspect.expect("vote:update", counts={"skip": 1}, cast=1)
    assert "ballots" not in update


@scene
async def test_open_votes_show_who_voted_for_whom(people: People) -> None:
    players = await people.game(5, openVotes=True)
    await until_day(players)
    await until_voting(players)
    ann, bob, *_ = players
    await agreed(ann, "vote:cast", targetId=bob.user_id)
    assert (await bob.expect("vote:update"))["ballots"] == {ann.user_id: bob.user_id}


@scene
async def test_a_tie_is_voted_on_again_among_the_tied(people: People) -> None:
    players = await people.game(4, runoff=True)
    await until_day(players)
    await until_voting(players)
    ann, bob, cat, dan = players
    for voter, target in ((ann, bob), (bob, ann), (cat, bob), (dan, ann)):
        await agreed(voter, "vote:cast", targetId=target.user_id)
    result = await ann.expect("vote:result")
    assert (result["eliminatedUserId"], result["tie"]) == (None, True)
    phase = await ann.expect("game:phase", phase="voting")
    assert sorted(phase["candidates"]) == sorted([ann.user_id, bob.user_id])
    assert await refused(ann, "vote:cast", targetId=cat.user_id) == "bad_target"
    assert await refused(ann, "vote:cast", targetId=None) == "bad_target"


@scene
async def test_a_reconnect_restores_everything_in_every_phase(people: People) -> None:
    players = await people.game(7, **CAST)
    victim = of_role(players, "villager")[0]
    for role, act in zip(("mafia", "doctor", "detective"), NIGHT_ACTS, strict=True):
        target = of_role(players, "mafia")[0] if role == "detective" else victim
        if role != "doctor":
            await agreed(of_role(players, role)[0], act, targetId=target.user_id)
    await everybody(of_role(players, "mafia"), "chat:send", message="Agreed.")
    await _all_come_back(players)
    await until_day(players)
    await agreed(victim, "chat:send", message="Boo.")
    await agreed(of_role(players, "doctor")[0], "chat:send", message="Too late.")
    await _all_come_back(players)
    await until_voting(players)
    await agreed(of_role(players, "doctor")[0], "vote:cast", targetId=of_role(players, "mafia")[0].user_id)
    await _all_come_back(players)
    assert [violation for violation in check(people.tape) if not violation.startswith("I2")] == []


async def _all_come_back(players: list[Player]) -> None:
    """Everybody drops and returns; what they are given is what they knew, and what a sync gives."""
    for player in players:
        before = player.view
        player.cut()
        await player.reconnect()
        await player.expect("auth:reconnect")
        after = player.view
        assert (after.role, after.allies, after.inspections) == (before.role, before.allies, before.inspections)
        assert (after.phase, after.round, after.ends_at, after.vote) == (
            before.phase,
            before.round,
            before.ends_at,
            before.vote,
        )
        assert after.chat == before.chat
        await agreed(player, "room:sync")
        states = [player.seen(event)[-1]["gameState"] for event in ("auth:reconnect", "game:state")]
        one, other = ({name: value for name, value in state.items() if name != "now"} for state in states)
        assert one == other


@scene
async def test_who_leaves_a_running_game_is_out_and_may_sit_elsewhere(people: People) -> None:
    players = await people.game(7, **{**CAST, "absence": "eliminate"})
    leaver = players[-1]
    await agreed(leaver, "room:leave")
    await leaver.until(lambda view: view.left)
    assert await refused(leaver, "room:join", roomCode=players[0].view.room_code) == "in_game"
    await agreed(leaver, "room:create", isPublic=False, maxPlayers=4)
    await until_day(players[:-1])
    assert leaver.user_id not in players[0].view.living


@scene
async def test_after_the_end_a_rematch_has_the_same_people_and_new_roles(people: People) -> None:
    players = await people.game(4, firstNight="kill")
    ann = players[0]
    killer, victim = of_role(players, "mafia")[0], of_role(players, "villager")[0]
    assert await refused(ann, "room:rematch") == "wrong_phase"
    await agreed(killer, "action:mafiaKill", targetId=victim.user_id)
    await until_day(players)
    await until_voting(players)
    innocent = next(player for player in players if player.view.alive and player is not killer)
    for player in players:
        if player.view.alive:
            target = None if player is innocent else innocent.user_id
            await agreed(player, "vote:cast", targetId=target)
    await come(players, "ended")
    code = ann.view.room_code
    stranger = await people.guest("Zoe")
    assert await refused(stranger, "room:join", roomCode=code) == "ended"
    assert await refused(ann, "vote:cast", targetId=None) == "wrong_phase"
    await agreed(victim, "room:rematch")
    for player in players:
        view = await player.until(lambda view: view.status == "lobby")
        assert (view.room_code, len(view.seats), view.role, view.end) == (code, 4, None, None)
    await agreed(stranger, "room:join", roomCode=code)
    await everybody([player for player in (*players, stranger) if player is not ann], "room:ready")
    await agreed(ann, "room:start")
    for player in (*players, stranger):
        await player.until(lambda view: view.phase == "night" and view.role)
