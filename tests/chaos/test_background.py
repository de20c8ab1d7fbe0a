"""The work that goes on for ever: it outlives its troubles, and it ends when it is told to."""

import asyncio
import logging

import pytest

from game import background
from game.background import forever


async def test_trouble_is_told_once_and_so_is_its_end(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "TROUBLED_S", 0)
    with caplog.at_level(logging.WARNING):
        await grind(OSError("away"), OSError("away"), None, None)
    assert caplog.messages == ["the mill is in trouble: OSError: away", "the mill is well again"]


async def test_a_stray_cancellation_does_not_end_it(caplog: pytest.LogCaptureFixture) -> None:
    await grind(None, asyncio.CancelledError(), None)
    assert not caplog.messages


async def grind(*turns: BaseException | None) -> None:
    """Work through these turns, each of which may fail, and end the work."""
    left, done = iter(turns), asyncio.Event()

    async def step() -> None:
        trouble = next(left, done)
        if isinstance(trouble, BaseException):
            raise trouble
        if trouble is done:
            done.set()

    task = asyncio.create_task(forever("the mill", step, every_s=0))
    await asyncio.wait_for(done.wait(), 1)
    task.cancel()
    await asyncio.wait({task})


async def test_it_ends_though_a_library_swallowed_the_word() -> None:
    begun = asyncio.Event()

    async def step() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return

    task = asyncio.create_task(forever("the mill", step, every_s=0))
    await begun.wait()
    task.cancel()
    await asyncio.wait_for(asyncio.wait({task}), 1)
    assert task.done()
