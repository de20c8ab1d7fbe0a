"""Doorbells are lost or ring twice: everybody sees everything once, a little later at worst."""

from contextlib import AsyncExitStack

from tests.chaos import evening, ground, own
from tests.chaos.line import Doorbell, Rings
from tests.chaos.together import together

A_BEAT = 7.0
"""The pulse beats every 5 s; a busy machine gets a little more."""


@together
async def test_a_lost_doorbell_costs_nothing() -> None:
    await a_game_with(Doorbell.LOST)


@together
async def test_a_doorbell_that_rings_twice_changes_nothing() -> None:
    await a_game_with(Doorbell.TWICE)


async def a_game_with(doorbell: Doorbell) -> None:
    async with AsyncExitStack() as stack:
        valkey = await stack.enter_async_context(own.valkey_server())
        rings = await stack.enter_async_context(Rings(valkey.environ["REDIS_URL"], doorbell).open())
        site = await stack.enter_async_context(ground.site(gateways=2, env=rings.environ))
        table = await stack.enter_async_context(evening.begun(site))
        await evening.sleep(table)
        await evening.introduce(table, within=A_BEAT)
        await evening.hang_the_mafioso(table)
        await evening.recorded_once(site, table)
        assert rings.seen
