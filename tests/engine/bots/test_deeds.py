"""What bots do at night: each role its own thing, all of it legal, and no partner overruled."""

from game.engine import edit
from game.engine.commands import DetectiveInspect, DoctorSave, Done, MafiaKill
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.refusals import Refusal
from game.engine.state import Inspection
from tests.engine.bots.salon import decisions, say
from tests.engine.scene import day, ended, lobby, night
from tests.engine.table import ANN, BOB, CAT, DAN, EVE, Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")
FAY = UserId("fay")


def dark(*, meeting: bool = False) -> Table:
    return night(*SIX, mafia="eve fay", detective="ann", doctor="bob", meeting=meeting)


def after_talk(*said: tuple[str, PhraseKey, str | None]) -> Table:
    """The second night, after a day on which this was said, and a vote in which nobody had to go."""
    table = day(*SIX, mafia="eve fay", detective="ann", doctor="bob")
    for speaker, key, whom in said:
        say(table, speaker, key, whom)
    return table.expire().expire()


def kinds(table: Table, who: str) -> set[type | None]:
    return {type(intent) for intent in decisions(table, who)}


def targets(table: Table, who: str, kind: type[MafiaKill | DoctorSave | DetectiveInspect]) -> list[UserId]:
    """Whom the bot chooses, one for each throw of the dice."""
    return [intent.target for intent in decisions(table, who) if isinstance(intent, kind)]


def favourite(chosen: list[UserId]) -> UserId:
    return max(chosen, key=chosen.count)


# -- everybody


def test_a_villager_names_a_suspect_to_itself() -> None:
    suspects = [intent.target for intent in decisions(dark(), "cat") if isinstance(intent, Done)]
    assert (len(suspects), CAT in suspects, None in suspects) == (40, False, False)


def test_the_dead_do_nothing() -> None:
    table = night(*SIX, mafia="eve", out="cat")
    assert set(decisions(table, "cat")) == {None}


def test_after_its_choice_a_bot_only_taps() -> None:
    table = dark()
    table.done("cat", "dan")
    assert set(decisions(table, "cat")) == {Done(CAT)}


def test_where_the_mafia_only_meet_nobody_acts() -> None:
    table = dark(meeting=True)
    assert {kind for who in SIX for kind in kinds(table, who)} == {Done}


# -- mafia


def test_a_mafioso_chooses_a_victim_who_is_no_partner() -> None:
    chosen = targets(dark(), "eve", MafiaKill)
    assert (len(chosen), FAY in chosen, EVE in chosen) == (40, False, False)


def test_a_partners_choice_is_never_overruled() -> None:
    table = dark()
    table.kill("fay", "cat")
    assert set(decisions(table, "eve")) == {Done(EVE)}


def test_a_mafioso_alone_has_nobody_to_whisper_to() -> None:
    table = night(*SIX, mafia="eve")
    table.kill("eve", "cat")
    assert set(decisions(table, "eve")) == {Done(EVE)}


def test_a_mafioso_tells_the_partner_of_the_target() -> None:
    table = dark()
    table.kill("eve", "cat")
    assert set(decisions(table, "eve")) == {Phrase(PhraseKey.PROPOSE, CAT)}


def test_a_mafioso_follows_what_a_partner_says_at_night() -> None:
    table = dark()
    table.say("fay", "let's take dan")
    assert set(targets(table, "eve", MafiaKill)) == {DAN}


def test_a_wish_that_cannot_be_is_ignored() -> None:
    table = dark()
    table.say("fay", "eve?")
    assert EVE not in targets(table, "eve", MafiaKill)


def test_small_talk_at_night_is_no_wish() -> None:
    table = dark()
    table.say("fay", "take cat")
    table.say("fay", "hm")
    assert set(targets(table, "eve", MafiaKill)) == {CAT}


def test_a_mafioso_agrees_to_a_partners_target() -> None:
    table = dark()
    table.say("fay", "cat")
    table.kill("fay", "cat")
    table.done("eve")
    assert set(decisions(table, "eve")) == {Phrase(PhraseKey.CONSENT, CAT)}


def test_partners_greet_each_other_when_they_meet() -> None:
    table = dark(meeting=True)
    table.done("eve")
    assert set(decisions(table, "eve")) == {Phrase(PhraseKey.MEET), Done(EVE)}


def test_the_mafia_hunt_the_detective() -> None:
    assert favourite(targets(after_talk(("ann", PhraseKey.CLAIM_DETECTIVE, None)), "eve", MafiaKill)) == ANN


def test_the_mafia_hunt_the_doctor() -> None:
    assert favourite(targets(after_talk(("bob", PhraseKey.CLAIM_DOCTOR, None)), "eve", MafiaKill)) == BOB


def test_the_mafia_hunt_who_accuses_them() -> None:
    said = [("dan", PhraseKey.ACCUSE, mafioso) for mafioso in ("eve", "fay")]
    assert favourite(targets(after_talk(*said), "eve", MafiaKill)) == DAN


def test_the_mafia_sometimes_spare_whom_the_doctor_will_guard() -> None:
    assert len(set(targets(after_talk(("ann", PhraseKey.CLAIM_DETECTIVE, None)), "eve", MafiaKill))) > 1


def test_with_one_villager_left_to_kill_that_one_is_chosen() -> None:
    table = night(*SIX, mafia="eve fay ann bob cat")
    assert set(targets(table, "eve", MafiaKill)) == {DAN}


# -- doctor


def test_a_doctor_guards_the_detective() -> None:
    assert favourite(targets(after_talk(("ann", PhraseKey.CLAIM_DETECTIVE, None)), "bob", DoctorSave)) == ANN


def test_a_doctor_who_has_said_so_guards_themselves() -> None:
    table = after_talk(("bob", PhraseKey.CLAIM_DOCTOR, None))
    assert favourite(targets(table, "bob", DoctorSave)) == BOB


def test_a_doctor_never_guards_the_same_player_twice_running() -> None:
    table = dark()
    table.save("bob", "cat")
    table.expire().expire().expire()
    assert CAT not in targets(table, "bob", DoctorSave)


def test_a_doctor_guards_themselves_once_in_a_game() -> None:
    table = dark()
    table.save("bob", "bob")
    for _ in range(2):
        table.expire().expire().expire()
    assert BOB not in targets(table, "bob", DoctorSave)


# -- detective


def test_a_detective_looks_into_somebody_unknown() -> None:
    table = dark()
    known = tuple(Inspection(user, is_mafia=False) for user in (BOB, CAT, DAN))
    table.state = edit.game(table.state, inspections=known)
    assert set(targets(table, "ann", DetectiveInspect)) == {EVE, FAY}


def test_a_detective_who_knows_all_has_only_a_suspicion() -> None:
    table = dark()
    known = tuple(Inspection(user, is_mafia=user is FAY) for user in (BOB, CAT, DAN, EVE, FAY))
    table.state = edit.game(table.state, inspections=known)
    assert set(decisions(table, "ann")) == {Done(ANN, FAY)}


# -- all of it


def test_what_bots_choose_at_night_is_what_the_rules_allow() -> None:
    for who in SIX:
        for intent in decisions(dark(), who):
            assert intent is not None
            assert not isinstance(intent, Phrase)
            assert not isinstance(dark().do(intent), Refusal)


def test_outside_of_a_game_bots_do_nothing() -> None:
    over = ended(*SIX, mafia="eve")
    assert (set(decisions(over, "cat")), set(decisions(lobby(*SIX), "cat"))) == ({None}, {None})
