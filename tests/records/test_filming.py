"""The tape of a game: what each seat was shown, byte for byte, and nothing else; folded from the log alone."""

import pytest
from msgspec import json, structs

from game import filming, tape
from game.codec import Entry
from game.engine import timing
from game.engine.commands import CastVote, Tick
from game.filming import TornError, filmed
from game.tape import ONLOOKER, Tape
from tests.records.games import SIX, begun, played

_OWN = ("action:mafiaKill", "action:doctorSave", "action:detectiveInspect", "action:done", "vote:cast")


def seen(film: Tape, seat: int) -> list[str]:
    """The frames that somebody was sent."""
    frames = [bytes(moment.frame).decode() for moment in film.seen_by(seat)]
    return [frame for frame in frames if json.decode(frame)["type"] not in (*_OWN, "room:watching")]


def chosen(film: Tape, seat: int) -> list[dict[str, object]]:
    frames = (json.decode(moment.frame) for moment in film.seen_by(seat))
    return [frame for frame in frames if frame["type"] in _OWN]


def vote_in(log: list[Entry]) -> int:
    return next(place for place, entry in enumerate(log) if isinstance(entry.command, CastVote))


@pytest.mark.parametrize("seat", range(1, 7))
def test_a_seat_is_shown_what_it_was_shown_byte_for_byte(seat: int) -> None:
    table = played()
    assert seen(filmed(table.read), seat) == table.told(SIX[seat - 1])


def test_it_begins_with_the_room_and_the_seal_and_has_the_end() -> None:
    types = [json.decode(moment.frame)["type"] for moment in filmed(played().read).moments]
    assert types[:2] == ["room:update", "game:commitment"]
    assert types[-2:] == ["game:end", "room:update"]


def test_who_looks_on_sees_no_card_no_whisper_and_no_choice() -> None:
    film = filmed(played().read)
    public = "".join(seen(film, ONLOOKER)[:-2])
    assert "game:role" not in public
    assert '"channel":"mafia"' not in public
    assert chosen(film, ONLOOKER) == []


def test_a_choice_is_in_the_tape_of_who_made_it_alone() -> None:
    table = played()
    film = filmed(table.read)
    wolf = next(seat for seat, user in enumerate(SIX, start=1) if table.player(user).role == "mafia")
    assert chosen(film, wolf)[0]["type"] == "action:mafiaKill"
    mixed = [moment for moment in film.moments if json.decode(moment.frame)["type"] in _OWN]
    assert {moment.audience.bit_count() for moment in mixed} == {1}


def test_what_the_rules_refused_is_no_choice() -> None:
    table = begun()
    (dead,) = (user for user in SIX if table.player(user).role == "doctor")
    before = len(table.log)
    assert table.kill(dead, "ann" if dead != "ann" else "bob") is not None
    assert len(table.log) == before + 1
    while table.phase != "ended":
        table.expire()
    seat = SIX.index(dead) + 1
    assert all(each["type"] != "action:mafiaKill" for each in chosen(filmed(table.read), seat))


def test_a_frame_for_all_is_kept_once() -> None:
    film = filmed(played().read)
    phases = [moment for moment in film.moments if json.decode(moment.frame)["type"] == "game:phase"]
    assert {moment.audience for moment in phases} == {0b1111111}


def test_the_end_that_an_onlooker_sees_leads_to_no_replay() -> None:
    film = filmed(played().read)
    ends = [moment for moment in film.moments if json.decode(moment.frame)["type"] == "game:end"]
    assert [(moment.audience, "gameId" in json.decode(moment.frame)) for moment in ends] == [
        (0b0000001, False),
        (0b1111110, True),
    ]


def test_of_too_much_talk_the_oldest_is_dropped_and_the_game_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = filmed(played().read)
    monkeypatch.setattr(filming, "MOST_BYTES", sum(len(bytes(moment.frame)) for moment in whole.moments) - 1)
    cut = filmed(played().read)
    assert (whole.is_cut, cut.is_cut) == (False, True)
    (dropped,) = (moment for moment in whole.moments if moment not in cut.moments)
    assert dropped == next(moment for moment in whole.moments if b"chat:message" in bytes(moment.frame))


def test_however_little_room_there_is_the_course_of_the_game_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filming, "MOST_BYTES", 0)
    kept = [json.decode(moment.frame)["type"] for moment in filmed(played().read).moments]
    assert kept[:2] == ["room:update", "game:commitment"]
    assert set(kept[2:]) == {"game:role", "game:phase", "vote:result", "game:end"}


def test_somebody_counted_out_by_day_goes_from_the_tape_s_table_too() -> None:
    table = begun(absence="eliminate")
    table.expire()
    table.leave("fay")
    while table.phase != "ended":
        table.wake()
    stages = [json.decode(each.frame) for each in filmed(table.read).moments if b"room:watching" in bytes(each.frame)]
    assert stages
    assert all("you" not in stage["gameState"] and stage["gameState"]["chat"] == [] for stage in stages)


def test_after_an_outage_the_tape_shows_the_deadlines_that_were_shown_then() -> None:
    table = begun()
    ends_at = table.state.timers.phase_ends_at or 0
    table.state = timing.shifted(table.state, 60_000)
    table.wait(60).done("ann", "bob")
    while table.phase != "ended":
        table.expire()
    (stage, *_) = [
        json.decode(each.frame) for each in filmed(table.read).moments if b"room:watching" in bytes(each.frame)
    ]
    assert stage["gameState"]["endsAt"] == ends_at + 60_000


def test_a_log_with_a_hole_gives_no_tape() -> None:
    log = played().read
    vote = vote_in(log)
    with pytest.raises(TornError):
        filmed(log[:vote] + log[vote + 1 :])


def test_a_log_of_other_rules_gives_no_tape() -> None:
    log = played().read
    vote = vote_in(log)
    log[vote] = structs.replace(log[vote], command=Tick())
    with pytest.raises(TornError):
        filmed(log)


@pytest.mark.parametrize("part", [slice(1, None), slice(None, -1), slice(0)])
def test_less_than_a_whole_game_gives_no_tape(part: slice) -> None:
    with pytest.raises(TornError):
        filmed(played().read[part])


def test_it_comes_back_as_it_was_packed() -> None:
    film = filmed(played().read)
    assert tape.unpack(tape.pack(film)) == film
