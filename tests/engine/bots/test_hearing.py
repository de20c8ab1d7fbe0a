"""What a bot makes of a message: of a phrase what it means, of a person's words whom they name and how."""

import pytest

from game import phrases
from game.engine.bots import hearing
from game.engine.bots.calling import Names
from game.engine.facts import Channel
from game.engine.frames import Message
from game.engine.phrases import ABOUT_SOMEBODY, Phrase, PhraseKey, QuickKey
from tests.engine.table import ANN, BOB, CAT, DAN, EVE

NAMES = ((ANN, "Ann"), (BOB, "Bob"), (CAT, "Red Fox"), (DAN, "Ди"), (EVE, "Nils"))
SUSPECT, ACCUSE, TRUST, ASK = PhraseKey.SUSPECT, PhraseKey.ACCUSE, PhraseKey.TRUST, PhraseKey.ASK
FOUND_MAFIA, FOUND_CLEAR = PhraseKey.FOUND_MAFIA, PhraseKey.FOUND_CLEAR
DETECTIVE, DOCTOR = Phrase(PhraseKey.CLAIM_DETECTIVE), Phrase(PhraseKey.CLAIM_DOCTOR)


def heard(text: str, names: Names = NAMES) -> list[Phrase]:
    return [*hearing.phrases(Message("id", ANN, text, Channel.DAY, 0), names)]


def test_a_phrase_means_what_it_says_whatever_the_words() -> None:
    meant = Phrase(PhraseKey.TRUST, BOB)
    assert hearing.phrases(Message("id", ANN, "Red Fox is mafia", Channel.DAY, 0, meant), NAMES) == (meant,)


@pytest.mark.parametrize("key", QuickKey)
def test_what_a_person_says_by_a_tap_is_heard_as_its_english_words_are(key: QuickKey) -> None:
    phrase = Phrase(PhraseKey(key), BOB if key in ABOUT_SOMEBODY else None)
    tapped = Message("id", ANN, "غير إنجليزي", Channel.DAY, 0, phrase)
    assert [*hearing.phrases(tapped, NAMES)] == heard(phrases.plain(phrase, "Bob"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("BOB is mafia!", [Phrase(ACCUSE, BOB)]),
        ("vote bob", [Phrase(ACCUSE, BOB)]),
        ("bob is sus", [Phrase(SUSPECT, BOB)]),
        ("sussy bob", [Phrase(SUSPECT, BOB)]),
        ("bob is scum", [Phrase(ACCUSE, BOB)]),
        ("Nils maf", [Phrase(ACCUSE, EVE)]),
        ("I don’t trust Bob", [Phrase(SUSPECT, BOB)]),
        ("I don't trust Bob, he is mafia", [Phrase(ACCUSE, BOB)]),
        ("red is lying", [Phrase(ACCUSE, CAT)]),
        ("#2 looks odd", [Phrase(SUSPECT, BOB)]),
        ("seat 3 is out", [Phrase(ACCUSE, CAT)]),
        ("Nils accused me for no reason", [Phrase(SUSPECT, EVE)]),
        ("Nils voted for me", [Phrase(SUSPECT, EVE)]),
        ("Nils did not vote", [Phrase(SUSPECT, EVE)]),
        ("Nils is a good liar", [Phrase(ACCUSE, EVE)]),
        ("Nils and Bob are mafia", [Phrase(ACCUSE, EVE), Phrase(ACCUSE, BOB)]),
        ("I trust Nils and suspect Bob", [Phrase(TRUST, EVE), Phrase(SUSPECT, BOB)]),
        ("Bob is so quiet", [Phrase(PhraseKey.QUIET, BOB)]),
    ],
)
def test_hard_words_press_who_is_named(text: str, meant: list[Phrase]) -> None:
    assert heard(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I trust Nils",
        "Nils isn't mafia",
        "not Nils",
        "I agree with Nils",
        "thanks Nils",
        "Thanks, Nils!",
        "sorry Nils",
        "I believe Nils",
        "good point Nils",
        "nobody should vote Nils",
        "I don't think that Nils is mafia",
        "Leave Nils alone",
    ],
)
def test_kind_words_back_who_is_named(text: str) -> None:
    assert heard(text) == [Phrase(TRUST, EVE)]


@pytest.mark.parametrize(
    "text",
    [
        "Nils?",
        "Nils, what do you think?",
        "Nils, what is your role?",
        "Is Nils mafia?",
        "what do you think Nils",
        "good morning Nils",
        "I think Nils is the detective",
        "мне не нравится Nils",
        "Nils Nils Nils",
    ],
)
def test_to_be_asked_or_barely_named_is_no_suspicion(text: str) -> None:
    assert heard(text) == [Phrase(ASK, EVE)]


@pytest.mark.parametrize(
    "text",
    [
        "hello everybody",
        "3 mafia left",
        "bobby is fine",
        "I didn't check Nils",
        "I did not look at Nils",
        "I will check Nils",
        "Nils says Bob is mafia",
        "Nils voted Bob",
        "not sure about Nils",
    ],
)
def test_words_that_judge_nobody_are_nothing(text: str) -> None:
    assert heard(text) == []


def test_who_stands_beside_a_judgement_is_not_judged() -> None:
    assert heard("not bob, but red fox") == [Phrase(TRUST, BOB), Phrase(ASK, CAT)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I suspect @5", Phrase(SUSPECT, EVE)),
        ("@5 is mafia", Phrase(ACCUSE, EVE)),
        ("Too quiet: @5", Phrase(PhraseKey.QUIET, EVE)),
        ("I trust @5", Phrase(TRUST, EVE)),
        ("I checked @5, mafia", Phrase(FOUND_MAFIA, EVE)),
        ("I trust #5", Phrase(TRUST, EVE)),
        ("5 is mafia", Phrase(ACCUSE, EVE)),
        ("sus on 5", Phrase(SUSPECT, EVE)),
        ("@Nils is mafia", Phrase(ACCUSE, EVE)),
    ],
)
def test_a_seat_names_who_sits_there(text: str, meant: Phrase) -> None:
    assert heard(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Why?", Phrase(ASK)),
        ("I have a role.", Phrase(PhraseKey.HINT)),
        ("Let us skip today.", Phrase(PhraseKey.SKIP)),
    ],
)
def test_the_quick_phrases_of_the_page_are_understood(text: str, meant: Phrase) -> None:
    assert heard(text) == [meant]


def test_who_would_rather_not_skip_does_not_call_for_it() -> None:
    assert heard("we should not skip") == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("I am the detective", DETECTIVE),
        ("I'm detective", DETECTIVE),
        ("detective here", DETECTIVE),
        ("As the detective I know more", DETECTIVE),
        ("my role is cop", DETECTIVE),
        ("im the doc", DOCTOR),
    ],
)
def test_who_says_to_be_something_claims_it(text: str, claim: Phrase) -> None:
    assert heard(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "I am not the detective",
        "the detective should speak",
        "Tell me who is the detective",
        "I believe the detective is dead",
        "If I were the doctor",
        "if I am the doctor I save you",
        "no detective here",
        "do you think I am the detective?",
    ],
)
def test_to_speak_of_a_role_claims_nothing(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I'm a cop. Bob is mafia", [DETECTIVE, Phrase(FOUND_MAFIA, BOB)]),
        ("I'm the doctor. Bob is mafia", [DOCTOR, Phrase(ACCUSE, BOB)]),
        ("checked bob: red fox is innocent", [Phrase(FOUND_CLEAR, CAT)]),
        ("I checked Bob, he is clear", [Phrase(FOUND_CLEAR, BOB)]),
        ("Checked Bob. He is mafia!", [Phrase(FOUND_MAFIA, BOB)]),
        ("I checked Bob: not mafia", [Phrase(FOUND_CLEAR, BOB)]),
        ("I looked at Nils: mafia", [Phrase(FOUND_MAFIA, EVE)]),
        ("As the detective I looked into Nils, he is clean", [DETECTIVE, Phrase(FOUND_CLEAR, EVE)]),
    ],
)
def test_a_report_is_a_find(text: str, meant: list[Phrase]) -> None:
    assert heard(text) == meant


def test_two_of_one_first_name_need_the_whole_name() -> None:
    names = ((ANN, "Red Ann"), (BOB, "Red Bob"))
    assert (heard("red is sus", names), heard("red bob is sus", names)) == ([], [Phrase(SUSPECT, BOB)])


def test_a_name_without_a_letter_is_called_by_its_seat() -> None:
    assert heard("player 1 is odd", ((ANN, "!!!"),)) == [Phrase(SUSPECT, ANN)]
