"""The words of the phrases: something for every key, in several ways, and each says whom it is about."""

import pytest
from django.utils.translation import override

from game import phrases
from game.engine.bots import memory
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey

ABOUT_NOBODY = {
    PhraseKey.GREET,
    PhraseKey.RELIEF,
    PhraseKey.UNSURE,
    PhraseKey.DEFEND,
    PhraseKey.CLAIM_DETECTIVE,
    PhraseKey.CLAIM_DOCTOR,
    PhraseKey.MEET,
}
LONGEST = 300


@pytest.mark.parametrize("key", PhraseKey)
def test_every_phrase_can_be_said_in_several_ways(key: PhraseKey) -> None:
    assert len({phrases.text(Phrase(key), "Bob", variant) for variant in range(12)}) > 1


@pytest.mark.parametrize("key", PhraseKey)
def test_a_phrase_about_somebody_says_the_name(key: PhraseKey) -> None:
    said = [phrases.text(Phrase(key, UserId("bob")), "Bob", variant) for variant in range(12)]
    assert all(("Bob" in words) is (key not in ABOUT_NOBODY) for words in said)


@pytest.mark.parametrize("key", PhraseKey)
def test_the_longest_name_leaves_room_for_the_words(key: PhraseKey) -> None:
    assert all(len(phrases.text(Phrase(key), "W" * 20, variant)) <= LONGEST for variant in range(12))


def test_a_name_is_never_read_as_a_pattern() -> None:
    assert "{name.upper}" in phrases.text(Phrase(PhraseKey.SUSPECT), "{name.upper}", 0)


def test_words_follow_the_language_that_is_active() -> None:
    with override("en"):
        assert phrases.text(Phrase(PhraseKey.DEFEND), "", 0) == "It is not me."


def test_who_presses_is_never_backing() -> None:
    assert not memory.PRESSURE.keys() & memory.SUPPORT.keys()
