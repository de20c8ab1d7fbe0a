"""Whom bots vote for: whom they suspect, within what the rules allow, and not for ever the same."""

from game.engine import edit
from game.engine.commands import CastVote
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Inspection
from tests.engine.bots.salon import decisions, say
from tests.engine.scene import day, with_votes
from tests.engine.table import DAN, EVE, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")
FAY = UserId("fay")


def table(*, mafia: str = "eve fay", out: str = "", runoff: bool = False) -> Table:
    return day(*SIX, mafia=mafia, detective="ann", doctor="bob", out=out, runoff=runoff)


def accused(whom: str, *by: str, mafia: str = "eve fay", out: str = "") -> Table:
    """The vote after a day on which these have accused somebody."""
    scene = table(mafia=mafia, out=out)
    for speaker in by:
        say(scene, speaker, PhraseKey.ACCUSE, whom)
    return scene.expire()


def favourite(chosen: list[UserId | None]) -> UserId | None:
    return max(chosen, key=chosen.count)


def votes(scene: Table, who: str) -> list[UserId | None]:
    return [intent.target for intent in decisions(scene, who) if isinstance(intent, CastVote)]


def test_the_first_turn_is_a_vote() -> None:
    assert len(votes(table().expire(), "cat")) == 40


def test_who_is_suspected_gets_the_vote() -> None:
    chosen = votes(accused("dan", "ann", "bob", "eve", "fay", mafia="eve"), "cat")
    assert favourite(chosen) == DAN


def test_a_detective_votes_for_whom_they_found() -> None:
    scene = table().expire()
    scene.state = edit.game(scene.state, inspections=(Inspection(FAY, is_mafia=True),))
    assert set(votes(scene, "ann")) == {FAY}


def test_with_an_even_table_and_no_clue_some_skip() -> None:
    chosen = votes(table().expire(), "cat")
    assert 0 < chosen.count(None) < len(chosen)


def test_with_an_odd_table_nobody_gives_the_vote_away() -> None:
    assert None not in votes(table(out="dan").expire(), "cat")


def test_when_the_next_wrong_vote_loses_nobody_skips() -> None:
    assert None not in votes(table(mafia="eve fay dan").expire(), "cat")


def test_where_all_others_skip_bots_still_vote() -> None:
    scene = with_votes(table(out="dan").expire(), "ann>skip", "bob>skip", "eve>skip", "fay>skip")
    assert None not in votes(scene, "cat")


def test_a_mafioso_votes_for_no_partner() -> None:
    assert FAY not in votes(table().expire(), "eve")


def test_some_mafiosi_vote_for_a_partner_who_is_lost() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "fay")
    chosen = votes(scene.expire(), "eve")
    assert 0 < chosen.count(FAY) < len(chosen)


def test_two_mafiosi_do_not_vote_as_one() -> None:
    scene = table().expire()
    pairs = zip(votes(scene, "eve"), votes(scene, "fay"), strict=True)
    assert len([one for one, other in pairs if one == other]) < 30


def test_the_running_count_draws_votes_along() -> None:
    alone = votes(table().expire(), "cat").count(DAN)
    scene = with_votes(table().expire(), "ann>dan", "bob>dan", "eve>dan", "fay>dan")
    assert votes(scene, "cat").count(DAN) > alone


def test_nobody_votes_for_the_only_detective_who_may_be_true() -> None:
    scene = table(mafia="eve", out="dan")
    say(scene, "ann", PhraseKey.FOUND_CLEAR, "cat")
    for speaker in ("bob", "cat", "eve", "fay"):
        say(scene, speaker, PhraseKey.ACCUSE, "ann")
    with_votes(scene.expire(), "bob>ann", "eve>ann")
    assert UserId("ann") not in votes(scene, "cat") + votes(scene, "fay")


def test_who_is_called_upon_to_skip_rather_skips() -> None:
    scene = table()
    before = votes(table().expire(), "cat").count(None)
    for speaker in ("ann", "bob", "dan", "fay"):
        say(scene, speaker, PhraseKey.SKIP)
    assert votes(scene.expire(), "cat").count(None) > before


# -- a second turn


def test_who_is_content_leaves_the_vote_as_it_is() -> None:
    scene = with_votes(accused("dan", "ann", "bob", "eve", "fay"), "cat>dan")
    assert votes(scene, "cat") == []


def test_a_vote_is_changed_for_somebody_much_worse() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "eve")
    assert set(votes(with_votes(scene.expire(), "cat>dan"), "cat")) == {EVE}


def test_a_vote_to_skip_may_become_a_vote() -> None:
    assert favourite(votes(with_votes(accused("dan", "ann", "bob", "eve", mafia="eve"), "cat>skip"), "cat")) == DAN


def test_a_mafioso_goes_over_from_a_vote_to_skip_less_often_than_others() -> None:
    scene = with_votes(accused("dan", "ann", "bob", "cat"), "eve>skip")
    assert 0 < len(votes(scene, "eve")) < 40


def test_a_vote_for_somebody_who_left_is_cast_anew() -> None:
    scene = with_votes(accused("dan", "ann", "bob"), "cat>fay")
    scene.leave("fay")
    assert len(votes(scene, "cat")) == 40


def test_who_is_about_to_go_has_a_last_word() -> None:
    scene = with_votes(table().expire(), "cat>dan", "ann>cat", "bob>cat")
    assert set(decisions(scene, "cat")) == {Phrase(PhraseKey.DEFEND)}


def test_the_last_word_of_a_doctor_is_who_they_are() -> None:
    scene = with_votes(table().expire(), "bob>dan", "ann>bob", "cat>bob")
    assert set(decisions(scene, "bob")) == {Phrase(PhraseKey.CLAIM_DOCTOR)}


def test_a_last_word_is_the_last() -> None:
    scene = with_votes(table().expire(), "cat>dan", "ann>cat", "bob>cat")
    say(scene, "cat", PhraseKey.DEFEND)
    assert not any(isinstance(intent, Phrase) for intent in decisions(scene, "cat"))


# -- a runoff


def runoff(*ballots: str, mafia: str = "eve fay") -> Table:
    return with_votes(table(mafia=mafia, runoff=True).expire(), *ballots).expire()


def test_in_a_runoff_bots_vote_among_those_tied() -> None:
    scene = runoff("ann>dan", "bob>eve")
    assert set(votes(scene, "cat")) <= {DAN, EVE}


def test_in_a_runoff_between_partners_a_mafioso_has_to_choose_one() -> None:
    scene = day(*SIX, "gus", mafia="dan eve fay", runoff=True).expire()
    with_votes(scene, "ann>dan", "bob>eve").expire()
    assert set(votes(scene, "fay")) == {DAN, EVE}


def test_in_a_runoff_with_skip_a_mafioso_spares_the_partner() -> None:
    scene = runoff("ann>skip", "bob>eve")
    assert votes(scene, "fay") == [None] * 40


def test_in_a_runoff_nobody_votes_for_themselves() -> None:
    scene = runoff("ann>dan", "bob>eve")
    assert set(votes(scene, "dan")) == {EVE}


def test_who_has_no_option_left_does_not_vote() -> None:
    scene = runoff("ann>dan", "bob>eve")
    scene.leave("eve")
    assert decisions(scene, "dan") == [None] * 40


def test_whom_one_has_named_by_day_one_rather_votes_for() -> None:
    before = votes(table().expire(), "cat").count(DAN)
    assert votes(accused("dan", "cat"), "cat").count(DAN) > before
