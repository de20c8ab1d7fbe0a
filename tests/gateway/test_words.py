"""What may be said: text that can be seen, without characters that turn other people's text around."""

import pytest

from tests.gateway.people import People, agreed, refused


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("  hi  ", "hi"),
        ("a\u202eb\u200bc", "abc"),
        ("a\nb\x00c", "a b c"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("مرحبا", "مرحبا"),
    ],
)
async def test_what_is_said_is_what_can_be_read(people: People, said: str, heard: str) -> None:
    ann, bob = await people.lobby(2)
    await agreed(ann, "chat:send", message=said)
    assert (await bob.expect("chat:message"))["message"] == heard


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b", "\u200d\u200d", "\u0301", "x" * 301])
async def test_nothing_to_read_is_refused(people: People, nothing: str) -> None:
    (ann,) = await people.lobby(1)
    assert await refused(ann, "chat:send", message=nothing) == "invalid"
