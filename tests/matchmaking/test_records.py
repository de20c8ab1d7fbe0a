"""What a matcher knows of those who wait: it asks beside its steps, and no answer is lost however long it takes."""

from collections.abc import Collection

import pytest

from matchmaking import records
from matchmaking.queue import Ticket
from matchmaking.records import Known, Record
from tests.store.table import user

VETERAN = Record(skill=40.0, games=9)


async def test_an_answer_that_comes_after_the_next_step_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    known, tickets = Known(), {user(0): Ticket(0, "Ann")}

    async def slow(users: Collection[str]) -> dict[str, Record]:
        known.of(tickets)  # the matcher steps on meanwhile
        return dict.fromkeys(users, VETERAN)

    monkeypatch.setattr(records, "of", slow)
    known.of(tickets)
    await known.ask()
    assert [each.skill for each in known.of(tickets)] == [VETERAN.skill]


async def test_who_left_the_queue_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    known, tickets, asked = Known(), {user(0): Ticket(0, "Ann")}, list[Collection[str]]()

    async def of(users: Collection[str]) -> dict[str, Record]:
        asked.append(users)
        return dict.fromkeys(users, VETERAN)

    monkeypatch.setattr(records, "of", of)
    for waiting in (tickets, tickets, {}, tickets):
        known.of(waiting)
        await known.ask()
    assert asked == [[user(0)], [user(0)]]
