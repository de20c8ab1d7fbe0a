"""What a bot makes of a message: of a phrase what it means, of a person's words whom they name and how."""

import pytest

from game.engine.bots import hearing
from game.engine.facts import Channel
from game.engine.frames import Message
from game.engine.phrases import Phrase, PhraseKey
from tests.engine.scene import ANN, BOB, CAT, DAN

NAMES = ((ANN, "Ann"), (BOB, "Bob"), (CAT, "Red Fox"), (DAN, "Ди"))
SUSPECT, ACCUSE, TRUST = PhraseKey.SUSPECT, PhraseKey.ACCUSE, PhraseKey.TRUST


def heard(text: str, names: hearing.Names = NAMES) -> list[Phrase]:
    return [*hearing.phrases(Message("id", ANN, text, Channel.DAY, 0), names)]


def test_a_phrase_means_what_it_says_whatever_the_words() -> None:
    meant = Phrase(PhraseKey.TRUST, BOB)
    assert hearing.phrases(Message("id", ANN, "Red Fox is mafia", Channel.DAY, 0, meant), NAMES) == (meant,)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hello everybody", []),
        ("bob?", [Phrase(SUSPECT, BOB)]),
        ("BOB is mafia!", [Phrase(ACCUSE, BOB)]),
        ("vote bob", [Phrase(ACCUSE, BOB)]),
        ("I trust Bob", [Phrase(TRUST, BOB)]),
        ("bob isn't mafia", [Phrase(TRUST, BOB)]),
        ("I don’t trust Bob", [Phrase(SUSPECT, BOB)]),
        ("not bob, but red fox", [Phrase(TRUST, BOB), Phrase(SUSPECT, CAT)]),
        ("red is lying", [Phrase(ACCUSE, CAT)]),
        ("#2 looks odd", [Phrase(SUSPECT, BOB)]),
        ("seat 3 is out", [Phrase(ACCUSE, CAT)]),
        ("3 mafia left", []),
        ("мне не нравится Ди", [Phrase(SUSPECT, DAN)]),
        ("bobby is fine", []),
        ("bob bob bob", [Phrase(SUSPECT, BOB)]),
    ],
)
def test_to_be_named_is_pressure_unless_the_words_are_kind(text: str, meant: list[Phrase]) -> None:
    assert heard(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I am the detective", [Phrase(PhraseKey.CLAIM_DETECTIVE)]),
        ("im the doc", [Phrase(PhraseKey.CLAIM_DOCTOR)]),
        ("I am not the detective", []),
        ("the detective should speak", []),
        ("I'm a cop. Bob is mafia", [Phrase(PhraseKey.CLAIM_DETECTIVE), Phrase(PhraseKey.FOUND_MAFIA, BOB)]),
        ("checked bob: red fox is innocent", [Phrase(SUSPECT, BOB), Phrase(PhraseKey.FOUND_CLEAR, CAT)]),
        ("I checked Bob, he is clear", [Phrase(PhraseKey.FOUND_CLEAR, BOB)]),
        ("Checked Bob. He is mafia!", [Phrase(PhraseKey.FOUND_MAFIA, BOB)]),
        ("I checked Bob: not mafia", [Phrase(PhraseKey.FOUND_CLEAR, BOB)]),
    ],
)
def test_a_claim_in_ones_own_words_is_a_claim(text: str, meant: list[Phrase]) -> None:
    assert heard(text) == meant


def test_two_of_one_first_name_need_the_whole_name() -> None:
    names = ((ANN, "Red Ann"), (BOB, "Red Bob"))
    assert (heard("red", names), heard("red bob", names)) == ([], [Phrase(SUSPECT, BOB)])


def test_a_name_without_a_letter_is_called_by_its_seat() -> None:
    assert heard("player 1 is odd", ((ANN, "!!!"),)) == [Phrase(SUSPECT, ANN)]
