"""Who may speak when, and who hears it."""

from collections.abc import Callable

import pytest
from msgspec import json

from game.engine.commands import Mute
from game.engine.facts import Channel
from game.engine.frames import ChatMessage, ChatMute
from game.engine.ids import UserId
from game.engine.manners import Flag
from game.engine.refusals import Refusal
from tests.engine.scene import day, ended, lobby, night, voting
from tests.engine.table import Table

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")


def hearers(table: Table) -> list[str]:
    return [user for user in SIX if table.was_shown(user, ChatMessage)]


def channel(table: Table) -> Channel:
    return table.chat[-1].channel


@pytest.mark.parametrize("scene", [day, voting])
def test_by_day_the_living_talk_and_all_hear(scene: Callable[..., Table]) -> None:
    table = scene(*SIX, mafia="ann", out="fay")
    assert table.say("bob") is None
    assert (channel(table), hearers(table)) == (Channel.DAY, [*SIX])


def test_before_and_after_the_game_all_talk() -> None:
    before, after = lobby(*SIX), ended(*SIX, mafia="ann", out="fay")
    assert before.say("bob") is None
    assert after.say("fay") is None
    assert (channel(before), hearers(before)) == (channel(after), hearers(after)) == (Channel.LOBBY, [*SIX])


def test_at_night_the_mafia_talk_among_themselves() -> None:
    table = night(*SIX, mafia="ann bob")
    assert table.say("ann") is None
    assert (channel(table), hearers(table)) == (Channel.MAFIA, ["ann", "bob"])


def test_a_whisper_that_comes_after_dawn_is_not_said_aloud() -> None:
    asleep, awake = night(*SIX, mafia="ann bob"), day(*SIX, mafia="ann bob")
    assert asleep.say("ann", channel=Channel.MAFIA) is None
    assert awake.say("ann", channel=Channel.MAFIA) == Refusal.WRONG_PHASE
    assert (channel(asleep), hearers(asleep), hearers(awake)) == (Channel.MAFIA, ["ann", "bob"], [])


def test_at_night_the_others_are_silent() -> None:
    table = night(*SIX, mafia="ann", detective="bob", doctor="cat")
    assert [table.say(user) for user in SIX[1:]] == [Refusal.WRONG_PHASE] * 5


@pytest.mark.parametrize("scene", [night, day, voting])
def test_the_dead_talk_among_themselves_at_any_time(scene: Callable[..., Table]) -> None:
    table = scene(*SIX, mafia="ann", out="eve fay")
    assert table.say("eve") is None
    assert (channel(table), hearers(table)) == (Channel.DEAD, ["eve", "fay"])


def test_a_dead_mafioso_no_longer_hears_the_mafia() -> None:
    table = night(*SIX, mafia="ann bob", out="bob")
    table.wait(1).say("ann")
    assert hearers(table) == ["ann"]
    assert table.reads("bob") == []


def test_a_dead_mafioso_talks_to_the_dead() -> None:
    table = night(*SIX, mafia="ann bob", out="bob")
    table.say("bob")
    assert (channel(table), hearers(table)) == (Channel.DEAD, ["bob"])


def test_a_dead_mafioso_keeps_what_was_heard() -> None:
    table = night(*SIX, mafia="ann bob")
    table.say("ann", "the plan")
    table.expire().expire()
    table.vote("cat", "bob")
    table.expire().wait(1)
    table.say("ann", "the other plan")
    assert table.reads("bob") == ["the plan"]


def test_the_dead_do_not_read_what_was_said_before_their_death() -> None:
    table = voting(*SIX, mafia="ann", out="fay")
    table.say("fay", "boo")
    table.wait(1).vote("cat", "bob")
    table.expire().say("fay", "welcome")
    assert table.reads("bob") == ["welcome"]


def test_the_living_read_neither_the_mafia_nor_the_dead() -> None:
    table = night(*SIX, mafia="ann bob", out="fay")
    for user in ("ann", "fay"):
        table.say(user)
    assert table.reads("cat") == []


def test_the_talk_of_an_old_game_s_mafia_is_not_for_the_new_one_s() -> None:
    table = voting(*SIX, mafia="ann", vote_time=10).expire()
    table.say("ann", "the old plan")
    table.expire().expire()
    table.vote("bob", "ann")
    table.expire().wait(5)
    for user in SIX:
        table.rematch(user)
    table.wait(1).start(seed="ab" * 32)
    assert not any("the old plan" in table.reads(user) for user in SIX)


def test_the_history_is_the_last_hundred_messages_that_one_may_read() -> None:
    table = day(*SIX, mafia="ann", out="fay")
    for number in range(102):
        table.say("bob", str(number))
        table.say("fay", "boo")
    assert table.reads("cat") == [str(number) for number in range(2, 102)]


def test_a_muted_player_is_silent_for_a_while() -> None:
    table = day(*SIX, mafia="ann")
    table.do(Mute(UserId("bob"), 30, "flooding"))
    assert table.wait(29).say("bob") is Refusal.MUTED
    assert table.wait(1).say("bob") is None


@pytest.mark.parametrize(("scene", "hearers"), [(day, SIX), (night, ("ann",))])
def test_all_are_told_of_a_mute_but_at_night_when_it_would_name_a_mafioso(
    scene: Callable[..., Table], hearers: tuple[str, ...]
) -> None:
    table = scene(*SIX, mafia="ann", out="fay")
    table.do(Mute(UserId("ann"), 30, "flooding"))
    mute = ChatMute(UserId("ann"), table.now + 30_000, "flooding")
    assert {user: [mute] for user in hearers} == {
        user: told for user in SIX if (told := table.was_shown(user, ChatMute))
    }


def test_a_message_with_a_hard_word_is_flagged_alike_for_all_now_and_later() -> None:
    table = day(*SIX, mafia="ann", out="fay")
    table.say("bob", "You IDIOT")
    now = {frame.flag for user in SIX for frame in table.was_shown(user, ChatMessage)}
    later = {table.sees(user).chat[0].flag for user in SIX}
    assert now == later == {Flag.STRICT}


def test_what_is_no_hard_word_has_no_flag_in_its_bytes() -> None:
    table = day(*SIX, mafia="ann")
    table.say("bob", "good morning")
    assert all(b"flag" not in json.encode(frame) for frame in table.was_shown("cat", ChatMessage))
