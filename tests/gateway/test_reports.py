"""Reports over real sockets: kept once with what the reporter had heard, told to nobody, and few."""

import asyncio
from typing import Any

import pytest

from tests.client import Player
from tests.gateway.people import People, agreed, of_role, refused
from tests.servers import Site

KEPT = "SELECT reason, message_id::text, username, context FROM reports WHERE user_id = %s ORDER BY reported_at"
PATIENCE_S = 20


async def kept(site: Site, about: Player, count: int = 1) -> list[tuple[Any, ...]]:
    """What the records have of somebody, once it is as much as this."""
    async with asyncio.timeout(PATIENCE_S):
        while len(rows := await asyncio.to_thread(site.rows, KEPT, about.user_id)) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.2)  # the recorder looks twice a second
    return rows


async def heard(people: People, said: str) -> tuple[Player, Player, str]:
    """Ann, Bob, and the id of what Bob said to her."""
    ann, bob = await people.lobby(2)
    await agreed(bob, "chat:send", message=said)
    return ann, bob, (await ann.expect("chat:message"))["id"]


async def test_a_reported_message_is_kept_once_with_the_talk_around_it(people: People, site: Site) -> None:
    ann, bob, message = await heard(people, "you idiot <b>")
    for _ in range(2):
        await agreed(ann, "chat:report", messageId=message, reason="insult")
    await agreed(ann, "chat:report", userId=bob.user_id, reason="spam")
    first, second = await kept(site, bob, 2)
    assert first[:3] == ("insult", message, bob.name)
    assert [(line["username"], line["message"]) for line in first[3]] == [(bob.name, "you idiot <b>")]
    assert second[:2] == ("spam", None)


async def test_nobody_at_the_table_hears_of_a_report(people: People) -> None:
    ann, bob, message = await heard(people, "hello")
    before = len(bob.frames)
    await agreed(ann, "chat:report", messageId=message, reason="other")
    await agreed(bob, "room:ready")
    assert {record.frame["type"] for record in bob.frames[before:]} <= {"ack", "room:update"}


async def test_what_the_reporter_could_not_hear_is_not_in_the_report(people: People, site: Site) -> None:
    players = await people.game(5)
    (mafioso,) = of_role(players, "mafia")
    reporter = of_role(players, "doctor")[0]
    await agreed(mafioso, "chat:send", message="the plan")
    await agreed(reporter, "chat:report", userId=mafioso.user_id, reason="cheating")
    ((*_, context),) = await kept(site, mafioso)
    assert context == []


async def test_oneself_a_stranger_a_bot_and_unheard_words_cannot_be_reported(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(ann, "room:addBot")
    await ann.until(lambda view: len(view.seats) == 3)
    bot = next(user for user in ann.view.seats if user not in {ann.user_id, bob.user_id})
    for about in ({"userId": ann.user_id}, {"userId": "nobody"}, {"userId": bot}, {"messageId": "unheard"}, {}):
        assert await refused(ann, "chat:report", reason="other", **about) == "invalid"


async def test_a_player_has_a_few_reports_and_the_same_one_again_is_none(people: People) -> None:
    ann, bob = await people.lobby(2)
    messages = []
    for number in range(6):
        await agreed(bob, "chat:send", message=f"word {number}")
        messages.append((await ann.expect("chat:message"))["id"])
    for message in (*messages[:5], messages[0]):
        await agreed(ann, "chat:report", messageId=message, reason="insult")
    assert await refused(ann, "chat:report", messageId=messages[5], reason="insult") == "rate_limited"


@pytest.mark.parametrize("reason", ["", "hate", None])
async def test_a_report_has_one_of_four_reasons(people: People, reason: str | None) -> None:
    ann, bob = await people.lobby(2)
    assert await refused(ann, "chat:report", userId=bob.user_id, reason=reason) == "invalid"
