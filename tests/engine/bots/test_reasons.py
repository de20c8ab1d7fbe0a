"""Why bots suspect somebody: reasons that everybody at the table could name, and no others."""

from game.engine import edit
from game.engine.bots import reasons
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Inspection
from tests.engine.bots.minds import next_day, table
from tests.engine.bots.salon import decisions, outlook_of, say
from tests.engine.scene import day
from tests.engine.table import BOB, DAN, EVE, Table


def why(scene: Table, user: UserId, by: str = "fay") -> set[PhraseKey]:
    return {reason.key for reason in reasons.of(outlook_of(scene, by), user)}


def after(scene: Table) -> Table:
    """The day after the vote in which Cat goes."""
    return next_day(scene, "ann>cat", "dan>cat")


def test_at_first_there_is_no_reason() -> None:
    assert why(table(), EVE) == set()


def test_who_pressed_the_innocent_is_reminded_of_it() -> None:
    scene = table()
    say(scene, "bob", PhraseKey.ACCUSE, "cat")
    assert PhraseKey.BLAMED in why(after(scene), BOB)


def test_who_stood_by_a_mafioso_is_reminded_of_it() -> None:
    scene = day("ann", "bob", "cat", "dan", "eve", "fay", mafia="eve cat")
    say(scene, "bob", PhraseKey.TRUST, "cat")
    assert PhraseKey.SHIELDED in why(after(scene), BOB)


def test_an_open_vote_against_the_innocent_is_a_reason() -> None:
    scene = after(table(open_votes=True))
    assert (why(scene, DAN), why(scene, BOB)) == ({PhraseKey.BLAMED}, set())


def test_whom_a_believed_detective_has_found_is_named_for_it() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "eve")
    assert PhraseKey.NAMED in why(scene, EVE)


def test_whom_nobody_believes_to_be_the_detective_is_doubted() -> None:
    scene = day("ann", "bob", "cat", "dan", "eve", "fay", mafia="eve")
    say(scene, "eve", PhraseKey.CLAIM_DETECTIVE)
    assert why(scene, EVE) == {PhraseKey.DOUBT}


def test_where_nobody_talks_silence_is_no_reason() -> None:
    scene = table()
    scene.now = (scene.state.timers.phase_ends_at or 0) - 5_000
    assert why(scene, EVE) == set()


def silent(scene: Table) -> Table:
    """The last seconds of a day on which Eve has said nothing."""
    for speaker in ("ann", "bob", "dan", "fay"):
        say(scene, speaker, PhraseKey.GREET)
    scene.now = (scene.state.timers.phase_ends_at or 0) - 5_000
    return scene


def test_who_is_silent_to_the_end_of_a_day_is_named_for_it() -> None:
    assert why(silent(after(table())), EVE) == {PhraseKey.QUIET}


def test_the_first_day_is_too_early_to_be_named_for_silence() -> None:
    assert why(silent(table()), EVE) == set()


def test_what_only_the_detective_knows_is_no_reason() -> None:
    scene = table()
    say(scene, "bob", PhraseKey.TRUST, "eve")
    scene.state = edit.game(scene.state, inspections=(Inspection(EVE, is_mafia=True),))
    assert (why(scene, EVE, "ann"), why(scene, BOB, "ann")) == (set(), set())


def test_a_bot_says_why() -> None:
    scene = table()
    say(scene, "ann", PhraseKey.FOUND_MAFIA, "eve")
    scene.now = (scene.state.timers.phase_ends_at or 0) - 20_000
    assert Phrase(PhraseKey.NAMED, EVE) in decisions(scene, "cat", 200)


def test_a_reason_is_about_whom_it_is_said() -> None:
    scene = table()
    say(scene, "bob", PhraseKey.ACCUSE, "cat")
    assert {reason.target_id for reason in reasons.of(outlook_of(after(scene), "fay"), BOB)} == {BOB}
