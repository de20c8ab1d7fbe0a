"""Who may look on without a seat, and what is public: no more than what every player at the table gets alike."""

import pytest
from msgspec import UNSET, json

from game.engine import edit, view
from game.engine.commands import Configure, Mute, Rematch
from game.engine.frames import Ending, GameEnd
from game.engine.ids import UserId
from game.engine.onlookers import barred
from game.engine.refusals import Refusal
from game.engine.state import Role
from tests.engine.scene import convened, day, ended, lobby, night, voting, with_votes
from tests.engine.table import ANN, EVE, ONLOOKER, Table
from tests.engine.wishes import patch

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")
ZOE = UserId("zoe")


def test_anybody_with_the_code_may_look_on_before_during_and_after_a_game() -> None:
    tables = (lobby(*SIX), night(*SIX, mafia="ann"), ended(*SIX, mafia="ann"))
    assert [barred(table.state, ZOE) for table in tables] == [None] * 3


def test_who_sits_here_may_look_on_too() -> None:
    assert barred(lobby(*SIX).state, ANN) is None


def test_nobody_looks_on_while_strangers_gather() -> None:
    assert barred(convened(*SIX).state, ZOE) is Refusal.NOT_FOUND


def test_nobody_looks_on_at_a_table_that_strangers_may_come_to() -> None:
    table = lobby(*SIX)
    table.do(Configure(ANN, patch(), is_public=True))
    assert barred(table.state, ZOE) is Refusal.NOT_FOUND


def test_a_game_of_strangers_stays_one_whatever_their_host_says() -> None:
    table = night(*SIX, mafia="ann")
    assert barred(edit.game(table.state, is_matched=True), ZOE) is Refusal.NOT_FOUND


def test_a_lobby_is_shown_exactly_when_its_page_says_private() -> None:
    private, public, over = lobby(*SIX), lobby(*SIX), ended(*SIX, mafia="ann")
    public.do(Configure(ANN, patch(), is_public=True))
    over.state = edit.state(edit.game(over.state, is_matched=True), is_public=True)
    assert over.do(Rematch(ANN)) is None
    made_private = Table(over.state)
    assert made_private.do(Configure(ANN, patch(), is_public=False)) is None
    for table in (private, public, over, made_private, convened(*SIX)):
        assert (barred(table.state, ZOE) is None) is not view.room(table.state).is_public


def test_who_was_kicked_may_not_look_on() -> None:
    table = lobby(*SIX)
    table.kick("ann", "eve")
    assert (barred(table.state, EVE), barred(table.state, ZOE)) == (Refusal.KICKED, None)


def test_a_closed_room_is_gone_for_onlookers() -> None:
    table = lobby("ann")
    table.leave("ann")
    assert barred(table.state, ZOE) is Refusal.NOT_FOUND


def test_a_game_is_told_to_an_onlooker_in_these_frames() -> None:
    table = lobby(*SIX)
    table.start()
    assert table.told(ONLOOKER) == ["room:update", "game:commitment", "game:phase"]


@pytest.mark.parametrize("deed", ["kill", "save", "inspect", "done"])
def test_whatever_is_done_at_night_is_told_to_no_onlooker(deed: str) -> None:
    table = night(*SIX, mafia="ann", doctor="bob", detective="cat")
    by = {"kill": "ann", "save": "bob", "inspect": "cat", "done": "fay"}[deed]
    assert getattr(table, deed)(by, "eve") is None
    assert table.told(ONLOOKER) == []


def test_what_the_detective_found_is_told_to_no_onlooker() -> None:
    table = night(*SIX, mafia="ann", detective="cat")
    table.inspect("cat", "ann")
    assert "action:result" in table.expire().told("cat")
    assert table.told(ONLOOKER) == ["game:phase"]


def test_an_onlooker_hears_the_lobby_and_the_day_and_neither_mafia_nor_dead() -> None:
    table = night(*SIX, mafia="ann bob", out="fay")
    table.chat.clear()
    table.say("ann", "whisper")
    table.say("fay", "ghostly")
    table.expire()
    table.say("cat", "aloud")
    assert [message.message for message in table.stage.chat] == ["aloud"]
    assert [frame["message"] for frame in map(_plain, table.shown[ONLOOKER]) if "message" in frame] == ["aloud"]


def test_who_is_silenced_at_night_is_told_to_no_onlooker() -> None:
    tables = (night(*SIX, mafia="ann"), day(*SIX, mafia="ann"))
    told = []
    for table in tables:
        table.do(Mute(ANN, 5, "flood"))
        told.append(table.told(ONLOOKER))
    assert told == [[], ["chat:mute"]]


def test_the_stage_has_no_role_before_one_is_public() -> None:
    table = night(*SIX, mafia="ann bob", detective="cat")
    assert {player.role for player in table.stage.players} == {UNSET}
    assert "you" not in _plain(table.stage)


def test_the_stage_shows_a_role_once_the_table_was_told() -> None:
    table = with_votes(voting(*SIX, mafia="ann bob"), "cat>bob").expire()
    assert [player.role for player in table.stage.players] == [UNSET, Role.MAFIA, *[UNSET] * 4]


def test_the_stage_is_what_a_player_sees_less_what_the_seat_adds() -> None:
    table = voting(*SIX, mafia="ann", open_votes=True)
    with_votes(table, "cat>bob", "bob>skip")
    mine, everybodys = _plain(table.sees("fay")), _plain(table.stage)
    private = {"you", "players"}
    assert {key: value for key, value in mine.items() if key not in private} == {
        key: value for key, value in everybodys.items() if key not in private
    }


def test_after_the_end_the_stage_tells_all() -> None:
    table = ended(*SIX, mafia="ann")
    assert UNSET not in [player.role for player in table.stage.players]
    assert table.stage.end == view.ending(table.state, is_public=True)


def test_the_end_leads_an_onlooker_to_no_replay() -> None:
    table = ended(*SIX, mafia="ann")
    frames = [table.was_shown(who, GameEnd)[0].game_id for who in ("bob", ONLOOKER)]
    snapshots = [stage.end.game_id for stage in (table.sees("bob"), table.stage) if isinstance(stage.end, Ending)]
    assert frames == snapshots == [table.state.running.game_id, UNSET]


def _plain(frame: object) -> dict[str, object]:
    decoded: dict[str, object] = json.decode(json.encode(frame))
    return decoded


def test_a_table_is_shown_to_an_onlooker_as_to_its_players() -> None:
    table: Table = ended(*SIX, mafia="ann", reveal_roles="none")
    private = {"game:role", "action:result", "action:update", "room:left"}
    of_player = [frame for frame in map(_plain, table.shown["fay"]) if frame["type"] not in private]
    of_player = [{name: value for name, value in frame.items() if name != "gameId"} for frame in of_player]
    assert [_plain(frame) for frame in table.shown[ONLOOKER]][-len(of_player) :] == of_player
