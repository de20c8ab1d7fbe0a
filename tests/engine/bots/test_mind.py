"""Whom bots suspect and why: what they remember, how they weigh claims, and that no single trick fools them."""

import pytest

from game.engine import edit
from game.engine.bots.mind import Mind
from game.engine.ids import UserId
from game.engine.phrases import PhraseKey
from game.engine.state import Inspection
from tests.engine.bots.minds import SIX, gained, next_day, suspicion, table
from tests.engine.bots.salon import mind_of, outlook_of, say
from tests.engine.scene import day
from tests.engine.table import ANN, BOB, CAT, DAN, EVE, SECOND, Table

# -- what is certain


def test_what_a_detective_has_found_is_beyond_argument() -> None:
    scene = table()
    found = (Inspection(EVE, is_mafia=True), Inspection(CAT, is_mafia=False))
    scene.state = edit.game(scene.state, inspections=found)
    for speaker in ("bob", "dan", "fay"):
        say(scene, speaker, PhraseKey.ACCUSE, "cat")
        say(scene, speaker, PhraseKey.TRUST, "eve")
    mind = mind_of(scene, "ann")
    assert (mind.ranked[0], mind.ranked[-1]) == (EVE, CAT)


def test_nobody_else_knows_what_the_detective_found() -> None:
    scene = table()
    before = mind_of(scene, "fay")
    scene.state = edit.game(scene.state, inspections=(Inspection(EVE, is_mafia=True),))
    assert mind_of(scene, "fay") == before


def test_a_mafioso_thinks_as_a_villager_on_that_seat_would() -> None:
    def thought(mafia: str) -> Mind:
        return mind_of(day(*SIX, mafia=mafia, doctor="bob"), "eve")

    assert thought("eve fay").suspicion == thought("dan fay").suspicion


@pytest.mark.parametrize("reveal", ["role", "side"])
def test_words_are_judged_by_what_the_dead_turned_out_to_be(reveal: str) -> None:
    scenes = [table(reveal_roles=reveal) for _ in range(2)]
    say(scenes[0], "bob", PhraseKey.ACCUSE, "cat")
    say(scenes[1], "bob", PhraseKey.GREET)
    wrong, quiet = (suspicion(next_day(scene, "ann>cat", "dan>cat"), BOB) for scene in scenes)
    assert wrong > quiet


def test_who_stood_by_a_mafioso_is_suspected() -> None:
    scenes = [day(*SIX, mafia="eve cat") for _ in range(2)]
    say(scenes[0], "bob", PhraseKey.TRUST, "cat")
    say(scenes[1], "bob", PhraseKey.ACCUSE, "cat")
    shield, right = (suspicion(next_day(scene, "ann>cat", "dan>cat"), BOB) for scene in scenes)
    assert shield > right


# -- words


def test_an_accusation_raises_suspicion() -> None:
    assert gained(table(), CAT, ("dan", PhraseKey.ACCUSE, "cat")) > 0


def test_to_accuse_the_same_player_again_and_again_adds_nothing() -> None:
    once = gained(table(), CAT, ("dan", PhraseKey.ACCUSE, "cat"))
    assert gained(table(), CAT, *[("dan", PhraseKey.ACCUSE, "cat")] * 20) == pytest.approx(once)


def test_a_weak_word_does_not_take_back_a_strong_one() -> None:
    strong = gained(table(), CAT, ("dan", PhraseKey.ACCUSE, "cat"))
    both = gained(table(), CAT, ("dan", PhraseKey.ACCUSE, "cat"), ("dan", PhraseKey.ASK, "cat"))
    assert both == pytest.approx(strong)


def test_who_changes_sides_counts_on_the_new_one() -> None:
    said = (("dan", PhraseKey.ACCUSE, "cat"), ("dan", PhraseKey.TRUST, "cat"))
    assert gained(table(), CAT, *said) < 0


def test_a_person_is_heard_in_their_own_words() -> None:
    scene = table()
    before = suspicion(scene, CAT)
    scene.say("dan", "Cat is mafia, I swear")
    assert suspicion(scene, CAT) > before


def test_who_accuses_me_is_suspected_by_me_alone() -> None:
    assert gained(table(), DAN, ("dan", PhraseKey.ACCUSE, "fay")) > 0
    assert gained(table(), DAN, ("dan", PhraseKey.ACCUSE, "fay"), by="cat") == 0


def test_to_trust_everybody_buys_little() -> None:
    thanks = gained(table(), DAN, ("dan", PhraseKey.TRUST, "fay"))
    grudge = gained(table(), DAN, ("dan", PhraseKey.ACCUSE, "fay"))
    assert -thanks < grudge / 2


def test_old_words_fade() -> None:
    scene, quiet = table(), table()
    for user in SIX:
        say(scene, user, PhraseKey.GREET)
        say(quiet, user, PhraseKey.GREET)
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    fresh = suspicion(scene, CAT) - suspicion(quiet, CAT)
    later = suspicion(next_day(scene), CAT) - suspicion(next_day(quiet), CAT)
    assert fresh > later > 0


def test_nobody_hides_by_saying_nothing() -> None:
    scene = table()
    for speaker in ("ann", "bob", "dan", "eve", "fay"):
        say(scene, speaker, PhraseKey.GREET)
    quiet = next_day(scene)
    for speaker in ("ann", "bob", "dan", "eve", "fay"):
        say(quiet, speaker, PhraseKey.GREET)
    silent = suspicion(quiet, CAT)
    say(quiet, "cat", PhraseKey.GREET)
    assert silent > suspicion(quiet, CAT)


def test_on_a_silent_table_silence_tells_nothing() -> None:
    assert suspicion(next_day(table()), CAT) == pytest.approx(felt(next_day(table()), CAT))


def felt(scene: Table, of: UserId) -> float:
    """The bare feeling of a bot that has heard of nothing."""
    say(scene, "fay", PhraseKey.GREET)
    for user in SIX:
        say(scene, user, PhraseKey.GREET)
    return suspicion(scene, of)


def test_what_the_chat_no_longer_holds_is_forgotten_with_it() -> None:
    scene = table()
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    scene.chat.clear()
    assert suspicion(scene, CAT) == suspicion(table(), CAT)


def test_an_earlier_game_is_no_evidence() -> None:
    scene = table()
    before = suspicion(scene, CAT)
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    scene.state = edit.game(scene.state, started_at=scene.now + SECOND)
    assert suspicion(scene, CAT) == before


# -- votes


def test_an_open_vote_against_a_villager_is_remembered() -> None:
    scene = next_day(table(open_votes=True), "ann>cat", "bob>cat", "dan>eve")
    assert suspicion(scene, BOB) > suspicion(next_day(table(open_votes=True), "ann>cat", "eve>cat", "bob>dan"), BOB)


def test_who_did_not_vote_against_a_mafioso_is_suspected() -> None:
    scenes = [day(*SIX, mafia="eve cat", open_votes=True) for _ in range(2)]
    right = next_day(scenes[0], "ann>cat", "bob>cat", "dan>eve")
    wrong = next_day(scenes[1], "ann>cat", "fay>cat", "bob>dan")
    assert suspicion(right, BOB) < suspicion(wrong, BOB)


def test_to_vote_with_the_majority_is_no_cover() -> None:
    scene = next_day(table(open_votes=True), "ann>cat", "bob>cat", "eve>cat", "dan>skip")
    echo, alone = (suspicion(scene, user) - felt_at_first(user) for user in (EVE, DAN))
    assert echo > alone


def felt_at_first(user: UserId) -> float:
    return suspicion(next_day(table(open_votes=True), "ann>cat", "bob>cat"), user)


def test_in_a_secret_vote_only_the_count_is_known() -> None:
    one = next_day(table(), "ann>cat", "bob>cat", "dan>eve")
    other = next_day(table(), "ann>cat", "dan>cat", "bob>eve")
    assert mind_of(one, "fay") == mind_of(other, "fay")


def test_who_had_votes_and_stayed_is_still_suspected() -> None:
    scene = next_day(table(), "ann>cat", "bob>cat", "fay>dan", "eve>dan")
    assert suspicion(scene, CAT) > suspicion(next_day(table(), "ann>dan", "bob>eve"), CAT)


def test_without_a_vote_the_count_says_nothing() -> None:
    assert mind_of(next_day(table()), "fay").suspicion


# -- feelings


def test_two_bots_do_not_feel_alike() -> None:
    scene = day(*SIX, mafia="eve")
    assert mind_of(scene, "fay").suspicion[ANN] != mind_of(scene, "cat").suspicion[ANN]


def test_a_bot_keeps_its_mind_within_a_day() -> None:
    scene = day(*SIX, mafia="eve")
    assert outlook_of(scene, "fay", "one").mind == outlook_of(scene, "fay", "another").mind
