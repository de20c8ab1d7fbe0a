"""Quick phrases over real sockets: the server words them, about another player of this table and nobody else."""

import pytest

from tests.gateway.people import People, agreed, refused


async def test_the_words_of_a_phrase_are_the_server_s_whatever_the_client_says(people: People) -> None:
    ann, bob = await people.lobby(2)
    phrase = {"key": "suspect", "targetId": bob.user_id}
    await agreed(ann, "chat:send", message="something else", phrase=phrase)
    heard = await bob.expect("chat:message")
    assert (heard["message"], heard["phrase"]) == (f"I suspect {bob.name}.", phrase)


async def test_a_phrase_about_nobody_needs_no_message(people: People) -> None:
    ann, bob = await people.lobby(2)
    await agreed(ann, "chat:send", phrase={"key": "skip"})
    heard = await bob.expect("chat:message")
    assert (heard["message"], heard["phrase"]) == ("Let us skip today.", {"key": "skip"})


@pytest.mark.parametrize(
    ("key", "about"),
    [
        *(("suspect", None), ("suspect", "oneself"), ("suspect", "a stranger")),
        *(("why", "another"), ("accuse", "another"), ("claimDetective", None), ("nonsense", None)),
    ],
)
async def test_a_phrase_that_is_none_is_refused(people: People, key: str, about: str | None) -> None:
    ann, bob = await people.lobby(2)
    ids = {None: None, "oneself": ann.user_id, "another": bob.user_id, "a stranger": "nobody"}
    assert await refused(ann, "chat:send", phrase={"key": key, "targetId": ids[about]}) == "invalid"


async def test_neither_message_nor_phrase_is_refused(people: People) -> None:
    (ann,) = await people.lobby(1)
    assert await refused(ann, "chat:send") == "invalid"


async def test_phrases_count_as_chat_does(people: People) -> None:
    (ann,) = await people.lobby(1)
    answers = [await ann.send("chat:send", phrase={"key": "why"}) for _ in range(9)]
    assert [answer["type"] for answer in answers] == ["ack"] * 8 + ["chat:error"]
    assert answers[-1]["code"] == "rate_limited"
