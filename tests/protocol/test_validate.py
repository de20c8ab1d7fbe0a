"""What the validators let through, and what they do not."""

from typing import Any

import pytest
from msgspec import json

from game.engine.facts import Channel
from game.engine.frames import ChatMessage
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.feed import encoded
from mafia_site import frames
from mafia_site.refusals import Misuse
from tests.protocol.validate import validate_client, validate_server

PONG = {"type": "pong", "at": 1}
KILL = {"type": "action:mafiaKill", "targetId": "bob"}


def test_what_the_server_encodes_passes() -> None:
    said = ChatMessage("1", UserId("ann"), "hello", Channel.DAY, 5)
    for text in (encoded(said), frames.refused("vote:cast", Refusal.DEAD, "No."), frames.malformed(Misuse.BINARY)):
        validate_server(json.decode(text))


@pytest.mark.parametrize(
    ("frame", "complaint"),
    [
        ({**PONG, "role": "mafia"}, "role"),
        ({"type": "pong"}, "at"),
        ({**PONG, "at": "now"}, "now"),
        ({"type": "pang"}, "pang"),
        (KILL, "no server frame"),
        ({"type": "vote:error", "code": "full", "reason": "No.", "event": "vote:cast"}, "full"),
        ({"type": "room:left", "roomId": "1", "reason": "bored"}, "bored"),
    ],
)
def test_what_the_server_never_sends_fails(frame: dict[str, Any], complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        validate_server(frame)


def test_a_client_may_say_more_than_is_known() -> None:
    validate_client({**KILL, "ref": "1", "mood": "bad"})


@pytest.mark.parametrize(
    ("frame", "complaint"),
    [
        ({"type": "action:mafiaKill"}, "targetId"),
        ({**KILL, "ref": "x" * 37}, "ref"),
        ({"type": "room:create", "isPublic": True, "maxPlayers": 17}, "17"),
        (PONG, "no client frame"),
    ],
)
def test_what_the_server_would_refuse_to_read_fails(frame: dict[str, Any], complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        validate_client(frame)
