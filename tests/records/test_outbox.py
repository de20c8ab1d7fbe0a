"""The outbox: a batch comes back as it went, and what is none is refused."""

import msgspec
import pytest

from game import outbox
from game.engine.state import Role, Side, Status
from game.outbox import GameEnded, OutboxEvent, PlayerJoined, PlayerLeft, RoomChanged, RoomOpened, UserSeen

ROOM = "00000000-0000-4000-8000-0000000000aa"
ANN = "00000000-0000-4000-8000-00000000000a"

BATCH: list[OutboxEvent] = [
    UserSeen(user_id=ANN, username="Zoë 🐺", at=1),
    RoomOpened(room_id=ROOM, room_code="ABCDEF", is_public=True, max_players=8, host_id=ANN, at=2),
    RoomChanged(
        room_id=ROOM, version=3, status=Status.IN_GAME, host_id=ANN, max_players=8, is_public=True, ended_at=None
    ),
    PlayerJoined(room_id=ROOM, user_id=ANN, username="Zoë 🐺", joined_at=3),
    PlayerLeft(room_id=ROOM, user_id=ANN, joined_at=3, left_at=4, was_kicked=True),
    GameEnded(
        game_id=ROOM,
        room_id=ROOM,
        winner=Side.MAFIA,
        total_rounds=3,
        started_at=3,
        ended_at=4,
        roles={ANN: Role.MAFIA},
        bots=5,
        left=[ANN],
    ),
]


def test_a_batch_comes_back_as_it_went() -> None:
    assert outbox.decode(outbox.encode(BATCH)) == BATCH


def test_the_json_says_its_kind_and_speaks_camel_case() -> None:
    seen, *_, ended = msgspec.json.decode(outbox.encode(BATCH))
    assert seen == {"kind": "UserSeen", "userId": ANN, "username": "Zoë 🐺", "at": 1}
    assert ended["roles"] == {ANN: "mafia"}
    assert ended["totalRounds"] == 3


def test_a_game_told_before_there_were_bots_had_none_and_nobody_left_it() -> None:
    *_, ended = msgspec.json.decode(outbox.encode(BATCH))
    told_then = {name: told for name, told in ended.items() if name not in {"bots", "left"}}
    (decoded,) = outbox.decode(msgspec.json.encode([told_then]))
    assert isinstance(decoded, GameEnded)
    assert (decoded.bots, decoded.left) == (0, [])


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b'[{"kind":"RoomVanished"}]',
        b'[{"kind":"UserSeen","userId":"ann","username":"Ann","at":1}]',
        b'[{"kind":"UserSeen","userId":"00000000-0000-4000-8000-00000000000a","username":"Ann","at":-1}]',
        b'[{"kind":"UserSeen","userId":"00000000-0000-4000-8000-00000000000a\\n","username":"Ann","at":1}]',
    ],
)
def test_what_is_no_batch_is_refused(raw: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        outbox.decode(raw)
