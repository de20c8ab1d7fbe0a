"""Gateways are killed: games go on with the same roles, choices and clock, and each is recorded once."""

import asyncio
import signal
from contextlib import AsyncExitStack
from functools import partial
from http import HTTPStatus
from typing import Final

import pytest
from websockets.exceptions import ConnectionClosed

from game.closing import CloseCode
from tests.chaos import evening, ground, own
from tests.chaos.own import Server
from tests.chaos.together import together
from tests.client import Player, Table
from tests.client.connection import Line
from tests.client.record import now
from tests.servers import Gateway, Kind, Site

UNAVAILABLE = HTTPStatus.SERVICE_UNAVAILABLE
RESTARTING = CloseCode.RESTARTING
OUTAGE: Final = 4.0
"""Long enough to count as one."""


@together
async def test_a_game_outlives_its_only_gateway_in_each_phase() -> None:
    async with ground.site() as site, evening.begun(site) as table:
        mafia, doctor, detective = (evening.one(table, role) for role in ("mafia", "doctor", "detective"))
        victim, roles = evening.one(table, "villager"), evening.dealt(table)
        await evening.asked([mafia], "action:mafiaKill", targetId=victim.user_id)
        await evening.asked([doctor], "action:doctorSave", targetId=detective.user_id)
        await evening.asked([detective], "action:detectiveInspect", targetId=mafia.user_id)

        await dies_and_comes_back(site, table)
        assert evening.dealt(table) == roles
        choices = [player.view.target for player in (mafia, doctor, detective)]
        assert choices == [victim.user_id, detective.user_id, mafia.user_id]
        await evening.sleep(table)
        assert not victim.view.alive
        learned = await detective.until(lambda view: view.inspections)
        assert learned.inspections == {mafia.user_id: True}

        await dies_and_comes_back(site, table)
        await evening.talk(table)
        await evening.asked([doctor], "vote:cast", targetId=mafia.user_id)

        await dies_and_comes_back(site, table)
        assert doctor.view.vote == mafia.user_id
        assert mafia.view.counts == {mafia.user_id: 1}
        await evening.hang_the_mafioso(table)
        assert len(evening.living(table)) == len(table.players) - 2
        await evening.recorded_once(site, table)


@together
async def test_a_gateway_killed_around_a_deadline_fires_it_once_after_its_return() -> None:
    async with ground.site() as site, evening.begun(site) as table:
        await evening.moment(evening.ends_at(table) - 50)
        await dies_and_comes_back(site, table)
        await evening.come(table, "day")
        await evening.moment(evening.ends_at(table) + 50)
        await dies_and_comes_back(site, table, has_fired=True)
        await evening.come(table, "voting")
        await evening.hang_the_mafioso(table)
        await evening.recorded_once(site, table)


@together
async def test_uvicorn_fires_what_is_due_before_anybody_visits() -> None:
    await fires_unvisited("uvicorn")


@together
async def test_daphne_fires_what_is_due_before_anybody_visits() -> None:
    await fires_unvisited("daphne")


@together
async def test_of_two_gateways_one_may_die_and_the_other_may_leave() -> None:
    async with AsyncExitStack() as stack:
        valkey = await stack.enter_async_context(own.valkey_server())
        site = await stack.enter_async_context(ground.site(gateways=2, env=valkey.environ))
        table = await stack.enter_async_context(evening.begun(site, players=6))
        one, other = site.gateways
        orphans = evening.at(table, one.url)
        await evening.moment(evening.ends_at(table) - 50)
        deadline, before = evening.ends_at(table), evening.returns(table)
        one.kill()
        await evening.come(table, "day")
        assert now() - deadline < 2000
        assert orphans
        await evening.back(table, {player.name: before[player.name] for player in orphans})

        await asyncio.to_thread(one.start)
        await leaves_politely(other, valkey, table)
        await evening.hang_the_mafioso(table)
        await evening.recorded_once(site, table)


@together
async def test_a_gateway_that_slept_over_a_deadline_does_not_fire_it_again() -> None:
    async with ground.site(gateways=2) as site, evening.begun(site, players=6) as table:
        sleeper, other = site.gateways
        deadline = evening.ends_at(table)
        await evening.moment(deadline - 300)
        sleeper.send(signal.SIGSTOP)
        for player in evening.at(table, other.url):
            await player.until(lambda view: view.phase == "day", timeout=evening.LONGEST)
        assert now() - deadline < 2000
        await asyncio.sleep(OUTAGE)  # longer than any lease of a deadline
        sleeper.send(signal.SIGCONT)
        await evening.come(table, "day")
        await evening.introduce(table, within=evening.BACK)
        await evening.hang_the_mafioso(table)
        await evening.recorded_once(site, table)


async def dies_and_comes_back(site: Site, table: Table, *, has_fired: bool = False) -> None:
    """The only gateway dies, and some seconds later there is another: the clock stood still meanwhile."""
    before, ends_at = evening.returns(table), evening.ends_at(table)
    site.gateways[0].kill()
    await asyncio.sleep(OUTAGE)  # an outage takes its time
    await asyncio.to_thread(site.gateways[0].start)
    await evening.back(table, before)
    assert has_fired or evening.ends_at(table) - ends_at > OUTAGE * 1000


async def fires_unvisited(server: Kind) -> None:
    async with ground.site(server=server) as site, evening.begun(site) as table:
        room = table.players[0].view.room_id
        await evening.moment(evening.ends_at(table) - 300)
        for player in table.players:
            player.cut()
        site.gateways[0].kill()
        await asyncio.sleep(OUTAGE)  # an outage takes its time
        site.gateways[0].begin()
        with site.redis() as live:
            await ground.until(lambda: ground.downtime(live, room) > OUTAGE * 1000)
            await ground.until(lambda: ground.phase(live, room) == "day", patience=2)


async def leaves_politely(gateway: Gateway, valkey: Server, table: Table) -> None:
    """A gateway that is told to go sends its players elsewhere, wants no more of them, and is gone soon."""
    here, before = evening.at(table, gateway.url), evening.returns(table)
    assert here
    valkey.freeze()  # nobody can leave the room in good order meanwhile, so there is time to look
    gateway.send(signal.SIGTERM)
    for player in here:
        await player.until(partial(evening.is_away, player))
    assert await asyncio.to_thread(ground.page, f"{gateway.url}/readyz") == (UNAVAILABLE, "draining")
    with pytest.raises(ConnectionClosed) as refused:
        await Player(Line(urls=[gateway.url], username="Late")).connect()
    assert refused.value.rcvd is not None
    assert refused.value.rcvd.code == RESTARTING
    valkey.thaw()
    await evening.back(table, {player.name: before[player.name] for player in here})
    assert {evening.last_code(player) for player in here} == {RESTARTING}
    assert not evening.at(table, gateway.url)
    await asyncio.wait_for(asyncio.to_thread(gateway.stop), 10)
