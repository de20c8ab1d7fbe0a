"""Who may vote, how it is counted, and what the count does."""

from game.engine.frames import VoteResult, VoteUpdate
from game.engine.refusals import Refusal
from game.engine.state import Phase, Role
from tests.engine.scene import day, voting, with_votes
from tests.engine.table import BOB

FIVE = ("ann", "bob", "cat", "dan", "eve")


def test_the_one_with_the_most_votes_goes() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "cat>bob", "dan>eve").expire()
    assert table.living == ["ann", "cat", "dan", "eve"]


def test_a_tie_eliminates_nobody() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "cat>dan").expire()
    assert table.living == list(FIVE)


def test_a_tie_with_skipping_eliminates_nobody() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "cat>skip").expire()
    assert table.living == list(FIVE)


def test_when_skipping_leads_nobody_goes() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "cat>skip", "dan>skip").expire()
    assert table.living == list(FIVE)


def test_without_votes_nobody_goes() -> None:
    assert voting(*FIVE, mafia="ann").expire().living == list(FIVE)


def test_fewer_than_half_are_enough_to_lead() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob").expire()
    assert table.living == ["ann", "cat", "dan", "eve"]


def test_a_later_vote_replaces_the_earlier_one() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "ann>dan").expire()
    assert table.living == ["ann", "bob", "cat", "eve"]


def test_nobody_votes_for_himself() -> None:
    assert voting(*FIVE, mafia="ann").vote("bob", "bob") is Refusal.BAD_TARGET


def test_nobody_votes_for_the_dead_or_for_strangers() -> None:
    table = voting(*FIVE, mafia="ann", out="eve")
    assert table.vote("bob", "eve") is Refusal.BAD_TARGET
    assert table.vote("bob", "stranger") is Refusal.BAD_TARGET
    assert table.vote("bob", "skip") is Refusal.BAD_TARGET


def test_the_dead_do_not_vote() -> None:
    assert voting(*FIVE, mafia="ann", out="eve").vote("eve", "bob") is Refusal.DEAD


def test_nobody_votes_before_the_vote() -> None:
    assert day(*FIVE, mafia="ann").vote("ann", "bob") is Refusal.WRONG_PHASE


def test_nobody_votes_after_the_deadline() -> None:
    table = voting(*FIVE, mafia="ann")
    table.now = table.state.timers.phase_ends_at or 0
    assert table.vote("ann", "bob") is Refusal.WRONG_PHASE


def test_the_count_is_told_to_all_after_each_vote() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", out="eve"), "dan>skip", "ann>bob")
    assert table.was_shown("eve", VoteUpdate) == [VoteUpdate({"skip": 1}, 1), VoteUpdate({"bob": 1, "skip": 1}, 2)]


def test_the_order_of_the_votes_does_not_show_in_the_count() -> None:
    one = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "bob>ann", "cat>skip")
    other = with_votes(voting(*FIVE, mafia="ann"), "cat>skip", "bob>ann", "ann>bob")
    assert [*one.sees("dan").votes.counts.items()] == [*other.sees("dan").votes.counts.items()]


def test_who_voted_for_whom_is_not_told() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob")
    assert [update.ballots for update in table.was_shown("cat", VoteUpdate)] == [VoteUpdate({}, 0).ballots]


def test_who_voted_for_whom_is_told_under_open_votes() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", open_votes=True), "ann>bob", "cat>skip")
    assert table.was_shown("dan", VoteUpdate)[-1].ballots == {"ann": "bob", "cat": None}
    assert table.sees("dan").votes.ballots == {"ann": "bob", "cat": None}


def test_the_own_vote_is_in_the_own_snapshot() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "cat>skip")
    assert [table.sees(user).you.vote for user in FIVE] == ["bob", None, "skip", None, None]


def test_the_result_is_told_with_the_role() -> None:
    table = with_votes(voting(*FIVE, mafia="ann", doctor="bob"), "ann>bob").expire()
    assert table.was_shown("cat", VoteResult) == [VoteResult(BOB, {BOB: 1}, tie=False, role=Role.DOCTOR)]


def test_the_result_of_a_tie_says_so() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob", "cat>dan").expire()
    assert table.was_shown("cat", VoteResult) == [VoteResult(None, {"bob": 1, "dan": 1}, tie=True)]


def test_after_the_vote_it_is_night() -> None:
    table = voting(*FIVE, mafia="ann").expire()
    assert (table.phase, table.state.round) == (Phase.NIGHT, 2)


def test_the_votes_are_gone_after_the_vote() -> None:
    table = with_votes(voting(*FIVE, mafia="ann"), "ann>bob").expire()
    assert table.sees("ann").votes.counts == {}
