"""The words of the phrases: something for every key, in several ways, and each says whom it is about."""

import pytest
from django.utils.translation import override

from game import bots, phrases
from game.engine import edit
from game.engine.bots import memory, turns
from game.engine.commands import Say
from game.engine.facts import Channel, Said
from game.engine.ids import UserId
from game.engine.phrases import ABOUT_SOMEBODY, Phrase, PhraseKey, QuickKey
from tests.engine.scene import day
from tests.engine.table import Table

ABOUT_NOBODY = {
    PhraseKey.GREET,
    PhraseKey.RELIEF,
    PhraseKey.UNSURE,
    PhraseKey.HEAR,
    PhraseKey.SKIP,
    PhraseKey.HINT,
    PhraseKey.DEFEND,
    PhraseKey.CLAIM_DETECTIVE,
    PhraseKey.CLAIM_DOCTOR,
    PhraseKey.MEET,
    PhraseKey.WHY,
}
OF_BOTS = [key for key in PhraseKey if key is not PhraseKey.WHY]
"""What bots say: all but what people alone ask."""
LONGEST = 300
WAYS = 8


@pytest.mark.parametrize("key", OF_BOTS)
def test_every_phrase_can_be_said_in_several_ways(key: PhraseKey) -> None:
    assert len({phrases.text(Phrase(key), "Bob", variant) for variant in range(12)}) >= WAYS


@pytest.mark.parametrize("key", PhraseKey)
def test_a_phrase_about_somebody_says_the_name(key: PhraseKey) -> None:
    said = [phrases.text(Phrase(key, UserId("bob")), "Bob", variant) for variant in range(12)]
    assert all(("Bob" in words) is (key not in ABOUT_NOBODY) for words in said)


@pytest.mark.parametrize("key", PhraseKey)
def test_the_longest_name_leaves_room_for_the_words(key: PhraseKey) -> None:
    assert all(len(phrases.text(Phrase(key), "W" * 20, variant)) <= LONGEST for variant in range(12))


@pytest.mark.parametrize("key", QuickKey)
def test_a_person_s_phrase_is_the_plainest_and_names_whom_it_has_to(key: QuickKey) -> None:
    said = phrases.plain(Phrase(PhraseKey(key)), "Bob")
    assert said == phrases.text(Phrase(PhraseKey(key)), "Bob", 0)
    assert ("Bob" in said) is (key in ABOUT_SOMEBODY)


def test_a_name_is_never_read_as_a_pattern() -> None:
    assert "{name.upper}" in phrases.text(Phrase(PhraseKey.SUSPECT), "{name.upper}", 0)


def test_a_bot_speaks_english_whatever_language_is_active() -> None:
    with override("de"):
        assert phrases.text(Phrase(PhraseKey.COUNTER, UserId("bob")), "Bob", 3) == "Easy to say, Bob."


def test_no_words_mean_two_things() -> None:
    ways = [way for several in phrases.WORDS.values() for way in several]
    assert len(set(ways)) == len(ways)


def test_each_voice_has_its_own_words() -> None:
    hello = Phrase(PhraseKey.GREET)
    assert len({phrases.fresh(hello, "", voice, ()) for voice in range(WAYS)}) == WAYS


def test_words_that_were_heard_lately_are_not_said_again() -> None:
    suspicion, heard = Phrase(PhraseKey.SUSPECT, UserId("bob")), set[str]()
    for _ in range(WAYS):
        heard.add(phrases.fresh(suspicion, "Bob", 3, heard).replace("Bob", "{name}"))
    assert len(heard) == WAYS


def test_when_all_has_been_said_something_is_said_again() -> None:
    assert phrases.fresh(Phrase(PhraseKey.GREET), "", 1, phrases.WORDS[PhraseKey.GREET]) == phrases.text(
        Phrase(PhraseKey.GREET), "", 1
    )


def scene_of_bots() -> Table:
    """A day on which nobody but bots sits at the table."""
    table = day("ann", "bob", "cat", "dan", "eve", "fay", mafia="eve", detective="ann")
    for user in table.state.players:
        table.state = edit.player(table.state, user, is_bot=True)
    return table


def test_two_bots_do_not_use_the_same_words_within_a_talk() -> None:
    said = spoken(scene_of_bots())
    lately = [text for _bot, text in said]
    assert len(lately) > WAYS
    assert all(text not in lately[max(0, place - bots.LATELY) : place] for place, text in enumerate(lately))


def spoken(table: Table) -> list[tuple[UserId, str]]:
    """What the bots say in a day, with the words of the edge."""
    chat: list[Said] = []
    for turn in turns.ahead(table.state):
        move = bots.taken(table.state, turn, chat=chat, now_ms=turn.at).move
        if isinstance(move, Say):
            chat.append(Said(move.message_id, move.by, move.message, Channel.DAY, turn.at, move.phrase))
    return [(said.user_id, said.message) for said in chat]


def test_who_presses_is_never_backing() -> None:
    assert not memory.PRESSURE.keys() & memory.SUPPORT.keys()
