"""Bots at the table: seated by the host, always ready, with turns that count once, and nobody's hurry or delay."""

from game.engine import edit
from game.engine.commands import CastVote, MafiaKill, Say
from game.engine.facts import Said
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.refusals import Refusal
from game.engine.state import Phase
from tests.engine.scene import day, lobby, voting
from tests.engine.table import ANN, BOB, CAT, Table


def seated(*bots: str, host: str = "ann", max_players: int = 16) -> Table:
    """A lobby with one person and these bots."""
    table = lobby(host, max_players=max_players)
    for bot in bots:
        table.add_bot(host, bot)
    return table


def with_bots(table: Table, *bots: str) -> Table:
    """The same table, with these players turned into bots."""
    for bot in bots:
        table.state = edit.player(table.state, UserId(bot), is_bot=True)
    return table


# -- seats


def test_the_host_seats_a_bot() -> None:
    assert seated("bob").player("bob").is_bot


def test_a_bot_is_marked_for_everybody() -> None:
    assert [player.is_bot for player in seated("bob").sees("ann").players] == [False, True]


def test_only_the_host_seats_a_bot() -> None:
    assert lobby("ann", "bob").add_bot("bob", "cat") is Refusal.NOT_HOST


def test_a_full_table_has_no_seat_for_a_bot() -> None:
    assert seated("bob", "cat", "dan", max_players=4).add_bot("ann", "eve") is Refusal.FULL


def test_a_bot_is_seated_once() -> None:
    assert seated("bob").add_bot("ann", "bob") is Refusal.INVALID


def test_no_bot_is_seated_in_a_game() -> None:
    assert day("ann", "bob", "cat", "dan", mafia="dan").add_bot("ann", "eve") is Refusal.WRONG_PHASE


def test_the_host_takes_a_bot_away() -> None:
    table = seated("bob", "cat")
    table.remove_bot("ann", "bob")
    assert table.seats == ["ann", "cat"]


def test_people_are_not_removed_as_bots_are() -> None:
    assert lobby("ann", "bob").remove_bot("ann", "bob") is Refusal.INVALID


def test_who_is_not_there_cannot_be_removed() -> None:
    assert seated("bob").remove_bot("ann", "zoe") is Refusal.INVALID


def test_only_the_host_takes_a_bot_away() -> None:
    table = lobby("ann", "bob")
    table.add_bot("ann", "cat")
    assert table.remove_bot("bob", "cat") is Refusal.NOT_HOST


def test_bots_are_ready_whatever_the_rules() -> None:
    table = seated("bob", "cat", "dan")
    table.configure("ann", night_time=60)
    assert table.start("ann") is None


def test_bots_never_inherit_the_host() -> None:
    table = lobby("ann", "bob")
    table.add_bot("ann", "cat")
    table.leave("ann")
    assert table.state.host_id == BOB


def test_a_lobby_without_people_closes() -> None:
    table = seated("bob", "cat")
    table.leave("ann")
    assert table.state.closed


def test_a_game_that_all_people_have_left_to_bots_is_over() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", mafia="dan"), "bob", "cat", "dan")
    table.leave("ann")
    assert table.state.closed


def test_a_game_with_bots_waits_for_somebody_away_for_a_moment() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", mafia="dan"), "bob", "cat", "dan")
    table.disconnect("ann")
    assert not table.wait(29).tick().state.closed


def test_bots_do_not_play_on_for_somebody_who_stays_away() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", mafia="dan"), "bob", "cat", "dan")
    table.disconnect("ann")
    assert table.wait(30).tick().state.closed


def test_bots_play_on_for_the_dead_who_watch() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", "eve", mafia="dan", out="ann"), "bob", "cat", "dan", "eve")
    assert not table.tick().state.closed


def test_a_table_at_its_end_closes_when_only_bots_are_left() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "bob", "cat", "dan")
    for voter in ("ann", "bob", "cat"):
        table.vote(voter, "dan")
    table.expire()
    table.leave("ann")
    assert table.state.closed


def test_bots_are_ready_for_the_next_game() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "bob", "cat", "dan")
    for voter in ("ann", "bob", "cat"):
        table.vote(voter, "dan")
    table.expire()
    table.rematch("ann")
    assert table.start("ann") is None


# -- turns


def test_a_turn_does_what_the_bot_chose() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    table.turn("cat", CastVote(CAT, BOB))
    assert table.state.votes == {CAT: BOB}


def test_a_turn_counts_once() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    at = table.now
    table.turn("cat", CastVote(CAT, BOB), at=at)
    table.turn("cat", CastVote(CAT, ANN), at=at)
    assert table.state.votes == {CAT: BOB}


def test_a_turn_before_its_moment_does_nothing() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    table.turn("cat", CastVote(CAT, BOB), at=table.now + 1)
    assert not table.state.votes


def test_a_turn_may_pass() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    table.turn("cat")
    assert table.player("cat").turned_at == table.now


def test_what_the_rules_refuse_leaves_the_turn_unused() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    table.turn("cat", MafiaKill(CAT, BOB))
    assert (table.player("cat").turned_at, table.state.actions.mafia_kill) == (table.now, None)


def test_a_turn_is_no_way_to_act_for_somebody_else() -> None:
    table = with_bots(voting("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    table.turn("cat", CastVote(BOB, ANN))
    assert not table.state.votes


def test_people_have_no_turns() -> None:
    table = voting("ann", "bob", "cat", "dan", mafia="dan")
    table.turn("cat", CastVote(CAT, BOB))
    assert not table.state.votes


def test_a_spoken_phrase_travels_with_its_meaning() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    meaning = Phrase(PhraseKey.SUSPECT, BOB)
    table.turn("cat", Say(CAT, "id", "I suspect Bob.", meaning))
    assert [fact.phrase for fact in table.facts if isinstance(fact, Said)] == [meaning]


def test_a_snapshot_keeps_the_meaning_of_a_phrase() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", mafia="dan"), "cat")
    meaning = Phrase(PhraseKey.SUSPECT, BOB)
    table.turn("cat", Say(CAT, "id", "I suspect Bob.", meaning))
    assert table.sees("ann").chat[-1].phrase == meaning


# -- the end of a day


def test_bots_do_not_hurry_people() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", "eve", mafia="dan"), "bob", "cat", "dan", "eve")
    for bot in ("bob", "cat", "dan", "eve"):
        table.done(bot)
    assert table.phase is Phase.DAY


def test_bots_do_not_hold_people_up() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", "eve", mafia="dan"), "bob", "cat", "dan", "eve")
    table.done("ann")
    assert table.phase is Phase.VOTING


def test_somebody_away_for_a_moment_is_not_passed_over() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", "eve", mafia="dan"), "bob", "cat", "dan", "eve")
    table.disconnect("ann")
    for bot in ("bob", "cat", "dan", "eve"):
        table.done(bot)
    assert table.phase is Phase.DAY


def test_where_no_person_lives_the_bots_end_the_day() -> None:
    table = with_bots(day("ann", "bob", "cat", "dan", "eve", mafia="dan", out="ann"), "bob", "cat", "dan", "eve")
    for bot in ("bob", "cat", "dan"):
        table.done(bot)
    assert table.phase is Phase.VOTING
