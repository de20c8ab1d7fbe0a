"""When bots say what they are: detectives when it pays, doctors to save themselves, some mafiosi falsely."""

from game.engine import edit
from game.engine.bots import claiming, weights
from game.engine.bots.outlook import Outlook
from game.engine.bots.temper import Temper
from game.engine.dice import Dice
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Inspection
from tests.engine.bots.salon import outlook_of, say, with_temper
from tests.engine.scene import day, with_votes
from tests.engine.table import ANN, CAT, DAN, EVE, SEED, Table

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")
FAY, GUS = UserId("fay"), UserId("gus")
FOUND_MAFIA, FOUND_CLEAR = PhraseKey.FOUND_MAFIA, PhraseKey.FOUND_CLEAR
CLAIM = Phrase(PhraseKey.CLAIM_DETECTIVE)
PLAIN = Temper(words=2, doubt=1, herd=1, is_stubborn=False, is_bluffer=False, is_patient=False)


def table(*found: str, out: str = "") -> Table:
    """A day on which Ann the detective knows these; Eve and Fay are the mafia, Bob is the doctor."""
    scene = day(*SEVEN, mafia="eve fay", detective="ann", doctor="bob", out=out)
    known = tuple(Inspection(UserId(user), is_mafia=user in ("eve", "fay")) for user in found)
    scene.state = edit.game(scene.state, inspections=known)
    return scene


def outlook(scene: Table, who: str, *, is_patient: bool = False, is_bluffer: bool = False) -> Outlook:
    return with_temper(outlook_of(scene, who), PLAIN._replace(is_patient=is_patient, is_bluffer=is_bluffer))


def news(scene: Table, who: str = "ann", *, is_patient: bool = False, is_bluffer: bool = False) -> Phrase | None:
    return claiming.news(outlook(scene, who, is_patient=is_patient, is_bluffer=is_bluffer))


def rescue(scene: Table, who: str, *, is_bluffer: bool = False) -> Phrase | None:
    return claiming.rescue(outlook(scene, who, is_bluffer=is_bluffer))


def bluffs(scene: Table, who: str = "eve") -> set[Phrase | None]:
    """What a bluffer might tell unasked."""
    base = outlook(scene, who, is_bluffer=True)
    others = (Outlook(base.seen, Dice(SEED, who, str(each))) for each in range(80))
    return {claiming.news(with_temper(other, base.temper)) for other in others}


def next_day(scene: Table) -> Table:
    return scene.expire().expire().expire()


# -- the detective


def test_a_detective_names_a_found_mafioso_at_once() -> None:
    assert news(table("eve")) == Phrase(FOUND_MAFIA, EVE)


def test_a_detective_without_a_find_keeps_quiet() -> None:
    assert news(table()) is None


def test_a_patient_detective_waits_with_the_first_find() -> None:
    assert news(table("eve"), is_patient=True) is None


def test_with_a_second_find_patience_ends() -> None:
    assert news(table("cat", "eve"), is_patient=True) == Phrase(FOUND_MAFIA, EVE)


def test_when_the_next_wrong_vote_loses_patience_ends() -> None:
    assert news(table("eve", out="cat dan"), is_patient=True) == Phrase(FOUND_MAFIA, EVE)


def test_when_the_next_wrong_vote_loses_even_an_innocent_is_told() -> None:
    assert news(table("cat", out="dan gus")) == Phrase(FOUND_CLEAR, CAT)


def test_an_innocent_is_told_of_when_two_press_them() -> None:
    scene = table("cat")
    say(scene, "dan", PhraseKey.ACCUSE, "cat")
    alone = news(scene)
    say(scene, "eve", PhraseKey.AGREE, "cat")
    assert (alone, news(scene)) == (None, Phrase(FOUND_CLEAR, CAT))


def test_the_dead_need_no_help() -> None:
    assert news(table("eve", out="eve")) is None


def test_once_known_a_detective_tells_all() -> None:
    scene = table("cat", "dan")
    say(scene, "ann", FOUND_CLEAR, "cat")
    assert news(scene) == Phrase(FOUND_CLEAR, DAN)


def test_nothing_is_told_twice_in_a_day() -> None:
    scene = table("eve")
    say(scene, "ann", FOUND_MAFIA, "eve")
    assert news(scene) is None


def test_a_found_mafioso_is_named_again_the_next_day() -> None:
    scene = table("eve")
    say(scene, "ann", FOUND_MAFIA, "eve")
    assert news(next_day(scene)) == Phrase(FOUND_MAFIA, EVE)


def test_a_cleared_innocent_is_told_of_once() -> None:
    scene = table("cat")
    say(scene, "ann", FOUND_CLEAR, "cat")
    assert news(next_day(scene)) is None


def test_a_detective_contradicts_another() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert news(scene) == CLAIM


def test_a_detective_contradicts_another_with_what_was_found() -> None:
    scene = table("cat")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert news(scene) == Phrase(FOUND_CLEAR, CAT)


def test_a_detective_in_danger_says_so_once() -> None:
    scene = table()
    before = rescue(scene, "ann")
    say(scene, "ann", PhraseKey.CLAIM_DETECTIVE)
    assert (before, rescue(scene, "ann")) == (CLAIM, None)


# -- the doctor


def test_a_doctor_in_danger_says_so_once() -> None:
    scene = table()
    before = rescue(scene, "bob")
    say(scene, "bob", PhraseKey.CLAIM_DOCTOR)
    assert (before, rescue(scene, "bob")) == (Phrase(PhraseKey.CLAIM_DOCTOR), None)


def test_pressed_when_the_next_wrong_vote_loses_a_doctor_says_so() -> None:
    scene = table(out="dan gus")
    before = news(scene, "bob")
    say(scene, "cat", PhraseKey.SUSPECT, "bob")
    assert (before, news(scene, "bob")) == (None, Phrase(PhraseKey.CLAIM_DOCTOR))


def test_a_doctor_unasked_keeps_quiet() -> None:
    assert news(table(), "bob") is None


# -- who was what


def recalled(scene: Table, who: str = "cat") -> Phrase | None:
    return claiming.recall(outlook(scene, who))


def test_who_claims_what_a_dead_player_was_is_told_so() -> None:
    scene = without("ann")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert recalled(scene) == Phrase(PhraseKey.WAS_DETECTIVE, ANN)


def test_the_dead_doctor_is_recalled_as_well() -> None:
    scene = without("bob")
    say(scene, "eve", PhraseKey.CLAIM_DOCTOR)
    assert recalled(scene) == Phrase(PhraseKey.WAS_DOCTOR, UserId("bob"))


def test_to_be_told_so_once_is_enough() -> None:
    scene = without("ann")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    say(scene, "dan", PhraseKey.WAS_DETECTIVE, "ann")
    assert recalled(scene) is None


def test_a_partner_does_not_expose_a_false_claim() -> None:
    scene = without("ann")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert recalled(scene, "fay") is None


def test_who_claimed_before_the_role_was_known_is_old_news() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    with_votes(scene.expire(), "bob>ann", "cat>ann").expire().expire()
    assert recalled(scene) is None


def test_a_dead_villager_is_no_argument_against_a_claim() -> None:
    scene = without("cat")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert recalled(scene, "dan") is None


def without(who: str) -> Table:
    """The day after this one was voted out."""
    voters = [user for user in ("ann", "bob", "cat", "dan") if user != who]
    return with_votes(table().expire(), *[f"{user}>{who}" for user in voters]).expire().expire()


# -- villagers and honest mafiosi


def test_a_villager_has_nothing_to_claim() -> None:
    assert (news(table(), "cat"), rescue(table(), "cat")) == (None, None)


def test_not_every_mafioso_lies() -> None:
    assert (news(table(), "eve"), rescue(table(), "eve")) == (None, None)


# -- bluffs


def test_a_bluffer_now_and_then_makes_up_a_find() -> None:
    found = bluffs(next_day(table()))
    assert {phrase.key if phrase else None for phrase in found} == {None, FOUND_MAFIA, FOUND_CLEAR}


def test_a_bluffer_slanders_no_partner() -> None:
    assert Phrase(FOUND_MAFIA, FAY) not in bluffs(next_day(table()))


def test_the_first_day_is_too_early_to_bluff() -> None:
    assert bluffs(table()) == {None}


def test_a_liar_goes_on_with_the_lie_once_a_day() -> None:
    scene = next_day(table())
    say(scene, "eve", FOUND_CLEAR, "fay")
    today, tomorrow = bluffs(scene), bluffs(next_day(scene))
    assert today == {None}
    assert None not in tomorrow


def test_a_liar_mostly_stands_by_the_slander_of_yesterday() -> None:
    scene = next_day(table())
    say(scene, "eve", FOUND_MAFIA, "cat")
    assert Phrase(FOUND_MAFIA, CAT) in bluffs(next_day(scene))


def test_a_liar_tells_no_more_than_there_were_nights() -> None:
    scene = table()
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    first = bluffs(scene)
    say(scene, "eve", FOUND_MAFIA, "cat")
    assert (None in first, bluffs(scene)) == (False, {None})


def test_a_liar_has_an_end_when_everybody_is_told_of() -> None:
    scene = day(*SEVEN, mafia="eve", detective="ann", out="cat dan fay gus")
    for innocent in ("ann", "bob"):
        say(scene, "eve", FOUND_CLEAR, innocent)
        next_day(scene)
    assert outlook(scene, "eve").nights > 2
    assert bluffs(scene) == {None}


def test_a_bluffer_calls_the_detective_who_found_them_mafia() -> None:
    scene = table("eve")
    say(scene, "ann", FOUND_MAFIA, "eve")
    assert rescue(scene, "eve", is_bluffer=True) == Phrase(FOUND_MAFIA, ANN)


def test_a_lie_is_told_once() -> None:
    scene = table("eve")
    say(scene, "ann", FOUND_MAFIA, "eve")
    scene.state = edit.game(scene.state, timeline=scene.state.running.timeline * 2)
    say(scene, "eve", FOUND_MAFIA, "ann")
    assert rescue(scene, "eve", is_bluffer=True) is None


def test_a_bluffer_in_danger_says_to_be_the_doctor() -> None:
    assert rescue(table(), "eve", is_bluffer=True) == Phrase(PhraseKey.CLAIM_DOCTOR)


def test_where_there_is_no_doctor_nobody_says_to_be_one() -> None:
    scene = day(*SEVEN, mafia="eve fay", detective="ann")
    assert rescue(scene, "eve", is_bluffer=True) is None


def test_after_the_detective_is_known_dead_nobody_says_to_be_one() -> None:
    scene = table()
    with_votes(scene.expire(), "bob>ann", "cat>ann").expire().expire()
    assert bluffs(scene) == {None}


def test_some_bots_bluff_and_most_do_not() -> None:
    assert 0 < weights.BLUFFERS < 50
