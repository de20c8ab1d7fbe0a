"""How far bots believe those who say to be the detective or the doctor."""

from game.engine.phrases import PhraseKey
from tests.engine.bots.minds import SIX, gained, next_day, suspicion, table
from tests.engine.bots.salon import mind_of, say
from tests.engine.scene import day, night
from tests.engine.table import ANN, BOB, CAT, EVE


def test_a_detective_whom_nobody_contradicts_is_believed() -> None:
    scene = table()
    assert gained(scene, EVE, ("ann", PhraseKey.FOUND_MAFIA, "eve")) > 2


def test_whom_a_believed_detective_clears_is_trusted() -> None:
    scene = table()
    assert gained(scene, CAT, ("ann", PhraseKey.FOUND_CLEAR, "cat")) < -1


def test_two_detectives_are_both_doubted() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.CLAIM_DETECTIVE)
    alone = mind_of(scene, "fay").beliefs[ANN]
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    both = mind_of(scene, "fay").beliefs
    assert alone > both[ANN] > both[EVE]


def test_without_a_detective_in_the_game_the_claim_is_a_lie() -> None:
    scene = day(*SIX, mafia="eve")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert mind_of(scene, "fay").beliefs[EVE] == 0


def test_the_detective_knows_that_another_lies() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert mind_of(scene, "ann").beliefs[EVE] == 0


def test_a_mafioso_who_claims_calls_the_detective_a_liar() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    say(scene, "ann", PhraseKey.CLAIM_DETECTIVE)
    assert mind_of(scene, "eve").beliefs == {ANN: 0.0}


def test_who_says_that_i_am_mafia_lies_to_me() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.FOUND_MAFIA, "fay")
    assert (mind_of(scene, "fay").beliefs[EVE], mind_of(scene, "cat").beliefs[EVE] > 0) == (0, True)


def test_a_detective_whose_find_turns_out_wrong_has_lied() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.FOUND_MAFIA, "cat")
    next_day(scene, "ann>cat", "dan>cat")
    assert mind_of(scene, "fay").beliefs[EVE] == 0


def test_after_the_detective_has_died_no_other_is_believed() -> None:
    scene = next_day(table(), kill="ann")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert mind_of(scene, "fay").beliefs[EVE] == 0


def test_a_dead_detective_is_believed_at_last() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "eve")
    next_day(scene, kill="ann")
    assert mind_of(scene, "fay").beliefs[ANN] == 1


def test_nobody_finds_more_than_there_were_nights() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.FOUND_CLEAR, "cat")
    once = mind_of(scene, "fay").beliefs[EVE]
    say(scene, "eve", PhraseKey.FOUND_CLEAR, "dan")
    assert (once > 0, mind_of(scene, "fay").beliefs[EVE]) == (True, 0)


def test_a_find_before_any_night_to_look_is_a_lie() -> None:
    scene = day(*SIX, mafia="eve", detective="ann", meeting=True)
    say(scene, "eve", PhraseKey.FOUND_MAFIA, "cat")
    assert mind_of(scene, "fay").beliefs[EVE] == 0


def test_who_was_cleared_believes_the_detective_more() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_CLEAR, "cat")
    assert mind_of(scene, "cat").beliefs[ANN] > mind_of(scene, "fay").beliefs[ANN]


def test_to_be_cleared_does_not_decide_between_two_detectives() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    say(scene, "ann", PhraseKey.FOUND_CLEAR, "cat")
    assert mind_of(scene, "cat").beliefs[ANN] == mind_of(scene, "fay").beliefs[ANN]


def test_words_against_a_believed_detective_weigh_less() -> None:
    scene, other = table(), table()
    say(scene, "ann", PhraseKey.CLAIM_DETECTIVE)
    pressed = ("dan", PhraseKey.ACCUSE, "ann")
    assert gained(scene, ANN, pressed) < gained(other, ANN, pressed)


def test_who_lets_on_to_have_a_role_is_suspected_a_little_less() -> None:
    assert -0.5 < gained(table(), CAT, ("cat", PhraseKey.HINT, None)) < 0


def test_the_longer_a_detective_lives_the_less_they_are_believed() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    beliefs = [mind_of(scene, "fay").beliefs[EVE]]
    beliefs += [mind_of(next_day(scene), "fay").beliefs[EVE] for _ in range(6)]
    assert beliefs[0] > beliefs[1] > beliefs[-1] > 0


def test_a_doctor_whom_nobody_contradicts_is_trusted() -> None:
    assert gained(table(), BOB, ("bob", PhraseKey.CLAIM_DOCTOR, None)) < 0


def test_of_two_doctors_both_are_suspected() -> None:
    said = (("bob", PhraseKey.CLAIM_DOCTOR, None), ("eve", PhraseKey.CLAIM_DOCTOR, None))
    assert gained(table(), BOB, *said) > 0


def test_the_doctor_knows_that_another_lies() -> None:
    assert gained(table(), EVE, ("eve", PhraseKey.CLAIM_DOCTOR, None), by="bob") > 1


def test_a_doctor_trusts_the_patient_of_a_night_without_a_death() -> None:
    scenes = [night(*SIX, mafia="eve", doctor="bob") for _ in range(2)]
    scenes[1].save("bob", "cat")
    without, saved = (suspicion(scene.expire(), CAT, "bob") for scene in scenes)
    assert saved < without
