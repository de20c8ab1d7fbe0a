"""What goes wrong is told kindly: for how long to wait, and by which number the log knows a fault of ours."""

import logging
import re
from http import HTTPStatus

import pytest
from django.test import AsyncClient

from game import house as houses
from game.engine.refusals import Refusal
from lobby import rooms


async def test_who_tries_too_often_is_told_for_how_long_to_wait(
    async_client: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_given: object, **_named: object) -> Refusal:
        return Refusal.RATE_LIMITED

    async def patience(*_given: object) -> int:
        return 40

    monkeypatch.setattr(rooms, "sit_down", refuse)
    monkeypatch.setattr(rooms, "patience", patience)
    answer = await async_client.post("/join", {"name": "Mira", "code": "K7M2QF"})
    assert (answer.status_code, answer["Retry-After"]) == (HTTPStatus.TOO_MANY_REQUESTS, "40")
    assert 'id="code-error" data-wait>Too many tries. Wait 40 seconds.' in answer.content.decode()


async def test_the_wait_is_as_long_as_the_budget_needs_to_fill(async_client: AsyncClient) -> None:
    for _guess in range(2):
        await async_client.post("/join", {"name": "Mira", "code": "222222"})
    assert 1 < await rooms.patience("nobody", "127.0.0.1") <= rooms.WINDOW_S
    await houses.current().live.redis.flushdb()
    assert await rooms.patience("nobody", "127.0.0.1") == 1


async def test_a_fault_of_ours_has_a_number_that_the_log_knows(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def break_down(_user_id: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(rooms, "table_of", break_down)
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    answer = await AsyncClient(raise_request_exception=False).get("/")
    number = re.search(r'<span class="mono">([0-9a-f]{8})</span>', answer.content.decode())
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert number
    assert f"[{number[1]}] Internal Server Error: /" in caplog.text
