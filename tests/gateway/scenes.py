"""Lets the scenes of one module play at the same time, for a night takes ten seconds whoever waits for it.

    @scene
    async def test_the_dead_hear_each_other(people: People) -> None: ...

The first test of the module that asks has all of them played; each test then says how its own went.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeAlias

from tests.gateway.people import People

Scene: TypeAlias = Callable[[People], Coroutine[Any, Any, None]]
Outcomes: TypeAlias = dict[str, BaseException | None]
PATIENCE = 100.0


def scene(play: Scene) -> Callable[[Outcomes], None]:
    """Turn a scene into the test that says how it went."""

    def test(outcomes: Outcomes) -> None:
        if (trouble := outcomes[play.__name__]) is not None:
            raise trouble

    test.__name__, test.__module__ = play.__name__, play.__module__
    test.__dict__["play"] = play
    return test


def unfold(tests: Sequence[Any], urls: Sequence[str]) -> Outcomes:
    """Play all the scenes among these tests at once: what went wrong in each, if anything."""
    return asyncio.run(_all([test.play for test in tests if hasattr(test, "play")], urls))


async def _all(scenes: Sequence[Scene], urls: Sequence[str]) -> Outcomes:
    ends = await asyncio.gather(*(_one(play, urls) for play in scenes), return_exceptions=True)
    return {play.__name__: end for play, end in zip(scenes, ends, strict=True)}


async def _one(play: Scene, urls: Sequence[str]) -> None:
    async with asyncio.timeout(PATIENCE), People(urls) as people:
        await play(people)
