"""The story: each thing is told once, and secrets only to those who may watch them. Nothing but Python."""

import pytest

from tests.client.connection import Line
from tests.client.player import Player
from tests.client.record import Direction, Frame, Record
from tests.client.story import Story
from tests.client.view import Seat, View

SEATS = {user: Seat(user, user.title()) for user in ("ann", "bob", "cat")}


def told(*heard: tuple[str, Frame], secrets: bool = True) -> list[str]:
    """What the story says when these players hear these frames."""
    lines: list[str] = []
    story = Story(lines.append, secrets=secrets)
    players = {user: Player(Line(urls=[""], username=user.title())) for user in SEATS}
    for user, frame in heard:
        players[user].view = View(me=user, seats=SEATS, round=2)
        story.listen(players[user], Record(user, Direction.IN, 0, frame))
    return [line.strip() for line in lines]


def chat(text: str, channel: str = "day", id_: str = "1") -> Frame:
    return {"type": "chat:message", "id": id_, "userId": "ann", "message": text, "channel": channel}


def test_what_all_hear_is_told_once() -> None:
    assert told(("ann", chat("Hm.")), ("bob", chat("Hm.")), ("cat", chat("Hm."))) == ["Ann: Hm."]


def test_what_is_said_twice_is_told_twice() -> None:
    heard = [(user, chat("Hm.", id_="")) for user in ("ann", "ann", "bob", "bob")]
    assert told(*heard) == ["Ann: Hm.", "Ann: Hm."]


@pytest.mark.parametrize(
    ("frame", "line"),
    [
        ({"type": "game:phase", "phase": "night", "duration": 30}, "— Night 2 (30 s)"),
        ({"type": "game:phase", "phase": "day", "duration": 9, "deaths": []}, "— Day 2 (9 s): nobody died."),
        (
            {"type": "game:phase", "phase": "ended", "duration": 0, "deaths": [{"userId": "bob", "role": "doctor"}]},
            "— Bob is dead (doctor).",
        ),
        (
            {"type": "vote:result", "eliminatedUserId": "cat", "side": "mafia", "counts": {"cat": 2, "skip": 1}},
            "The vote: Cat 2, skip 1 — Cat is out (mafia).",
        ),
        ({"type": "vote:result", "eliminatedUserId": None}, "The vote: all counted — nobody goes."),
        ({"type": "game:end", "winner": "mafia", "roles": {"ann": "mafia"}}, "— The mafia win. Ann was mafia."),
        ({"type": "game:role", "role": "mafia", "allies": ["cat"]}, "Ann is mafia, with Cat."),
        (
            {"type": "action:result", "inspectResult": {"userId": "bob", "isMafia": False}},
            "Ann has learned: Bob is not mafia.",
        ),
        ({"type": "chat:error", "event": "chat:send", "reason": "Hush."}, "(Ann was refused chat:send: Hush.)"),
    ],
)
def test_each_event_reads_as_a_sentence(frame: Frame, line: str) -> None:
    assert told(("ann", frame)) == [line]


def test_secrets_stay_untold_when_a_person_may_be_reading() -> None:
    secrets = [chat("Bob, then.", "mafia"), {"type": "game:role", "role": "mafia"}, {"type": "action:update"}]
    assert told(*(("ann", frame) for frame in secrets), secrets=False) == []
