"""What bots reply to who asks or presses them: soon or not at all, by name where needed, and never on without end."""

from game.engine.bots import answers
from game.engine.bots.outlook import Outlook
from game.engine.bots.policy import Intent
from game.engine.dice import Dice
from game.engine.phrases import Phrase, PhraseKey
from tests.engine.bots.salon import decisions, say
from tests.engine.scene import day
from tests.engine.table import DAN, SEED, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def table() -> Table:
    return day(*SIX, mafia="eve", detective="ann", doctor="bob")


def words(scene: Table, who: str = "cat") -> set[Intent]:
    """All that this bot might say now."""
    return {intent for intent in decisions(scene, who, 200) if intent is not None}


def keys(scene: Table, who: str = "cat") -> set[PhraseKey]:
    return {word.key for word in words(scene, who) if isinstance(word, Phrase)}


def test_who_is_pressed_answers_soon() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    assert words(scene) == {Phrase(PhraseKey.DEFEND), Phrase(PhraseKey.COUNTER, DAN)}


def test_who_is_named_by_a_person_answers() -> None:
    scene = table()
    scene.wait(1)
    scene.say("dan", "Cat is sus")
    assert Phrase(PhraseKey.DEFEND) in words(scene)


def test_who_is_asked_says_what_they_think() -> None:
    scene = table()
    scene.wait(1)
    scene.say("dan", "Cat, what do you think?")
    said = keys(scene)
    assert {PhraseKey.HEAR, PhraseKey.TRUST} < said
    assert not said & {PhraseKey.DEFEND, PhraseKey.COUNTER}


def test_a_bare_why_asks_who_has_spoken_last() -> None:
    scene = table()
    say(scene, "cat", PhraseKey.TRUST, "fay")
    scene.wait(1)
    scene.say("dan", "Why?")
    assert (bool(replies(scene, "cat")), replies(scene, "fay")) == (True, set())


def test_a_question_that_others_have_talked_over_stays_open() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.ASK, "cat")
    say(scene, "fay", PhraseKey.GREET)
    assert replies(scene, "cat") == set()


def test_an_answer_after_others_have_spoken_says_to_whom() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    say(scene, "fay", PhraseKey.GREET)
    assert words(scene) == {Phrase(PhraseKey.COUNTER, DAN), Phrase(PhraseKey.DENY, DAN)}


def test_a_late_answer_is_none() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    scene.wait(13)
    assert replies(scene, "cat") == set()


def test_who_lets_the_first_chance_to_answer_pass_says_nothing_later() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.QUIET, "cat")
    looks = [[bool(reply(scene, "cat", owner, look)) for look in ("one", "two", "three")] for owner in "abcdefgh"]
    assert {any(look) for look in looks} == {all(look) for look in looks} == {True, False}


def reply(scene: Table, who: str, owner: str, look: str) -> Phrase | None:
    """What a bot with these dice would answer at this look."""
    return answers.answer(Outlook(scene.sees(who), Dice(SEED, owner, look)))


def replies(scene: Table, who: str) -> set[Phrase | None]:
    """All that this bot might answer."""
    return {reply(scene, who, str(owner), "now") for owner in range(40)} - {None}


def test_an_answer_is_given_once() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    say(scene, "cat", PhraseKey.DEFEND)
    assert words(scene) == set()


def test_two_bots_do_not_quarrel_for_ever() -> None:
    scene = table()
    for _ in range(6):
        say(scene, "dan", PhraseKey.ACCUSE, "cat")
        say(scene, "cat", PhraseKey.COUNTER, "dan")
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    assert words(scene) == set()


def test_a_partner_is_not_pressed_back() -> None:
    scene = day(*SIX, mafia="eve fay")
    say(scene, "fay", PhraseKey.ACCUSE, "eve")
    assert words(scene, "eve") == {Phrase(PhraseKey.DEFEND)}


def test_who_speaks_and_dies_is_not_pressed_back() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.ACCUSE, "cat")
    scene.leave("ann")
    assert words(scene) == {Phrase(PhraseKey.DEFEND)}


def test_pressed_by_many_a_doctor_says_so() -> None:
    scene = table()
    for speaker in ("ann", "dan", "eve"):
        say(scene, speaker, PhraseKey.ACCUSE, "bob")
    assert words(scene, "bob") == {Phrase(PhraseKey.CLAIM_DOCTOR)}


def test_under_light_pressure_a_doctor_does_not_say_so() -> None:
    scene = table()
    for speaker in ("ann", "dan"):
        say(scene, speaker, PhraseKey.ACCUSE, "bob")
    assert PhraseKey.CLAIM_DOCTOR not in keys(scene, "bob")


def test_a_detective_under_the_same_pressure_does() -> None:
    scene = table()
    for speaker in ("cat", "dan"):
        say(scene, speaker, PhraseKey.ACCUSE, "ann")
    assert PhraseKey.CLAIM_DETECTIVE in keys(scene, "ann")


def test_found_by_a_detective_a_doctor_says_so() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.FOUND_MAFIA, "bob")
    assert words(scene, "bob") == {Phrase(PhraseKey.CLAIM_DOCTOR)}
