"""Lets the scenarios of this folder unfold at the same time, for most of chaos is waiting; it judges none of them.

    @together
    async def test_something_goes_on() -> None: ...

The first test that asks plays all chosen scenarios at once, to their ends; each test then says how its own went.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeAlias

Scenario: TypeAlias = Callable[[], Coroutine[Any, Any, None]]
Outcomes: TypeAlias = dict[str, BaseException | None]

PATIENCE = 140.0


def together(scenario: Scenario) -> Callable[[Outcomes], None]:
    """Turn a scenario into the test that tells how it went."""

    def test(outcomes: Outcomes) -> None:
        trouble = outcomes[_name(scenario)]
        if trouble is not None:
            raise trouble

    test.__name__, test.__module__ = scenario.__name__, scenario.__module__
    test.__dict__["scenario"] = scenario
    return test


def chosen(functions: Iterable[Any]) -> list[Scenario]:
    """The scenarios behind these test functions."""
    return [function.scenario for function in functions if hasattr(function, "scenario")]


def unfold(scenarios: Iterable[Scenario]) -> Outcomes:
    """Play them all at once: what went wrong in each, if anything."""
    return asyncio.run(_all(list(scenarios)))


async def _all(scenarios: list[Scenario]) -> Outcomes:
    ends = await asyncio.gather(*map(_one, scenarios), return_exceptions=True)
    return {_name(scenario): end for scenario, end in zip(scenarios, ends, strict=True)}


async def _one(scenario: Scenario) -> None:
    async with asyncio.timeout(PATIENCE):
        await scenario()


def _name(scenario: Scenario) -> str:
    return f"{scenario.__module__}.{scenario.__qualname__}"
