"""What bots say by day: short words of many kinds, answers to who presses them, and never on without end."""

from game.engine.bots import memory
from game.engine.bots.policy import Intent
from game.engine.commands import Done
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Phase
from tests.engine.bots.salon import Salon, dealt, decisions, say
from tests.engine.scene import day, with_votes
from tests.engine.table import ANN, BOB, CAT, DAN, EVE, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")
FAY = UserId("fay")


def table(*, out: str = "") -> Table:
    return day(*SIX, mafia="eve", detective="ann", doctor="bob", out=out)


def late(scene: Table) -> Table:
    """Shortly before the vote."""
    scene.now = (scene.state.timers.phase_ends_at or 0) - 20_000
    return scene


def words(scene: Table, who: str = "cat") -> set[Intent]:
    """All that this bot might say now."""
    return {intent for intent in decisions(scene, who, 200) if intent is not None}


def keys(scene: Table, who: str = "cat") -> set[PhraseKey]:
    return {word.key for word in words(scene, who) if isinstance(word, Phrase)}


# -- unasked


def test_at_the_very_start_of_a_day_nobody_speaks() -> None:
    assert words(table()) == set()


def test_bots_have_much_to_say() -> None:
    scene = late(table().expire().expire().expire())
    assert {PhraseKey.TRUST, PhraseKey.UNSURE, PhraseKey.SUSPECT, PhraseKey.VOTE, PhraseKey.ASK} <= keys(scene)


def test_on_a_first_day_without_a_clue_bots_mostly_wait_and_ask() -> None:
    said = [word.key for word in decisions(late(table()), "cat", 200) if isinstance(word, Phrase)]
    pointing = [key for key in said if key in memory.PRESSURE and key is not PhraseKey.ASK]
    assert {PhraseKey.HEAR, PhraseKey.SKIP} < set(said)
    assert len(pointing) < len(said) / 5


def test_at_an_odd_table_nobody_calls_for_a_skip() -> None:
    assert PhraseKey.SKIP not in keys(late(table(out="dan")))


def test_without_a_clue_nobody_points_at_who_has_been_named_already() -> None:
    scene = late(table())
    before = suspected(scene)
    say(scene, "bob", PhraseKey.GREET)
    for speaker, whom in (("dan", "ann"), ("fay", "bob"), ("eve", "dan"), ("ann", "eve")):
        say(scene, speaker, PhraseKey.SUSPECT, whom)
    say(scene, "bob", PhraseKey.GREET)
    assert len(before) > 1
    assert len(before) > 1
    assert suspected(scene) <= {FAY}


def suspected(scene: Table) -> set[UserId | None]:
    """Whom Cat might name without being sure."""
    return {word.target_id for word in words(scene) if isinstance(word, Phrase) and word.key is PhraseKey.SUSPECT}


def test_who_has_been_asked_is_not_asked_again() -> None:
    scene = table()
    for speaker in ("ann", "bob", "eve", "fay"):
        say(scene, speaker, PhraseKey.GREET)
    say(scene, "ann", PhraseKey.ASK, "dan")
    assert PhraseKey.ASK not in keys(late(scene))


def test_a_claim_after_the_truth_is_known_is_told_so() -> None:
    scene = with_votes(table().expire(), "bob>ann", "cat>ann").expire().expire()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert PhraseKey.WAS_DETECTIVE in keys(scene)


def test_the_first_day_begins_with_a_greeting() -> None:
    said = keys(late(table()))
    assert PhraseKey.GREET in said
    assert not said & {PhraseKey.MOURN, PhraseKey.RELIEF}


def test_after_a_death_bots_mourn() -> None:
    scene = table().expire().expire()
    scene.kill("eve", "dan")
    assert Phrase(PhraseKey.MOURN, DAN) in words(late(scene.expire()))


def test_after_a_night_without_a_death_bots_are_relieved() -> None:
    assert Phrase(PhraseKey.RELIEF) in words(late(table().expire().expire().expire()))


def test_nobody_says_the_same_twice_in_a_day() -> None:
    scene = late(table())
    for word in words(scene):
        assert isinstance(word, Phrase)
        say(scene, "cat", word.key, word.target_id)
    assert words(scene) == set()


def test_a_new_day_has_new_words() -> None:
    scene = late(table())
    for _ in range(5):
        say(scene, "cat", PhraseKey.UNSURE)
    spent = words(scene)
    assert (spent, bool(words(late(scene.expire().expire().expire())))) == (set(), True)


def test_bots_ask_who_is_silent() -> None:
    scene = table()
    for speaker in ("ann", "bob", "eve", "fay"):
        say(scene, speaker, PhraseKey.GREET)
    assert {word for word in words(late(scene)) if isinstance(word, Phrase) and word.key is PhraseKey.ASK} == {
        Phrase(PhraseKey.ASK, DAN)
    }


def test_bots_doubt_a_detective_who_cannot_be_one() -> None:
    scene = day(*SIX, mafia="eve")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert Phrase(PhraseKey.DOUBT, EVE) in words(late(scene))


def test_bots_agree_with_who_named_their_suspect_first() -> None:
    scene = table()
    for speaker in ("ann", "bob"):
        say(scene, speaker, PhraseKey.ACCUSE, "dan")
    assert Phrase(PhraseKey.AGREE, DAN) in words(late(scene))


def test_nobody_agrees_with_themselves() -> None:
    scene = table()
    say(scene, "cat", PhraseKey.ACCUSE, "dan")
    assert Phrase(PhraseKey.AGREE, DAN) not in words(late(scene))


def test_who_has_accused_somebody_does_not_join_in_as_if_it_were_news() -> None:
    scene = table()
    for speaker in ("ann", "bob", "cat"):
        say(scene, speaker, PhraseKey.ACCUSE, "dan")
    assert Phrase(PhraseKey.AGREE, DAN) not in words(late(scene))


def test_a_strong_suspicion_has_strong_words() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "eve")
    assert Phrase(PhraseKey.ACCUSE, EVE) in words(late(scene))


def test_a_mafioso_talks_as_villagers_do() -> None:
    assert keys(late(table()), "eve") == keys(late(table()), "cat")


def test_a_mafioso_names_no_partner() -> None:
    scene = late(day(*SIX, mafia="eve fay"))
    charged = {
        word.target_id
        for word in words(scene, "eve")
        if isinstance(word, Phrase) and word.key in (PhraseKey.SUSPECT, PhraseKey.ACCUSE, PhraseKey.VOTE)
    }
    assert charged <= {ANN, BOB, CAT, DAN}


def test_some_mafiosi_drop_a_partner_who_is_lost() -> None:
    scene = day(*SIX, mafia="eve fay", detective="ann")
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "fay")
    charged = {word.target_id for word in words(late(scene), "eve") if isinstance(word, Phrase)}
    assert {FAY} < charged


# -- the end of a day


def test_with_people_alive_bots_do_not_end_the_day() -> None:
    assert not any(isinstance(word, Done) for word in words(late(table())))


def test_where_only_bots_live_they_end_the_day_themselves() -> None:
    salon = Salon(dealt(7))
    salon.play_phase()
    salon.table.wait(7)
    assert words(salon.table, "cat") == {Done(CAT)}


def test_a_day_of_bots_with_a_person_has_talk_but_no_flood() -> None:
    salon = Salon(dealt(7), people="ann")
    salon.play_phase()
    salon.play_phase()
    assert salon.state.phase is Phase.VOTING
    assert 6 <= len(salon.table.chat) <= 30
