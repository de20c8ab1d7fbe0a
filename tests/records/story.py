"""An evening in events: Ann opens a room, Bob joins, they play, Ann reports Bob, who is kicked. It writes nothing."""

from game.engine.facts import Channel
from game.engine.state import Role, Side, Status
from game.outbox import (
    GameEnded,
    Line,
    OutboxEvent,
    PlayerJoined,
    PlayerLeft,
    PlayerReported,
    ReportReason,
    RoomChanged,
    RoomOpened,
    UserSeen,
)

ANN = "00000000-0000-4000-8000-00000000000a"
BOB = "00000000-0000-4000-8000-00000000000b"
ROOM = "00000000-0000-4000-8000-0000000000aa"
GAME = "00000000-0000-4000-8000-0000000000bb"
REPORT = "00000000-0000-5000-8000-0000000000cc"
WORD = "00000000-0000-4000-8000-0000000000dd"
NOON = 1_800_000_000_000


def seen(user: str, name: str, *, at: int = NOON) -> UserSeen:
    return UserSeen(user_id=user, username=name, at=at)


def opened(room: str = ROOM, code: str = "ABCDEF") -> RoomOpened:
    return RoomOpened(room_id=room, room_code=code, is_public=False, max_players=8, host_id=ANN, at=NOON)


def changed(status: Status, *, version: int, host: str = ANN, ended_at: int | None = None) -> RoomChanged:
    return RoomChanged(
        room_id=ROOM,
        version=version,
        status=status,
        host_id=host,
        max_players=10,
        is_public=True,
        ended_at=ended_at,
    )


def joined(user: str, name: str, *, at: int = NOON + 1) -> PlayerJoined:
    return PlayerJoined(room_id=ROOM, user_id=user, username=name, joined_at=at)


def left(user: str, *, at: int = NOON + 9, kicked: bool = False) -> PlayerLeft:
    return PlayerLeft(room_id=ROOM, user_id=user, joined_at=NOON + 1, left_at=at, was_kicked=kicked)


def ended() -> GameEnded:
    return GameEnded(
        game_id=GAME,
        room_id=ROOM,
        winner=Side.VILLAGERS,
        total_rounds=3,
        started_at=NOON + 2,
        ended_at=NOON + 8,
        roles={ANN: Role.MAFIA, BOB: Role.DOCTOR},
        matched=True,
    )


def reported(about: str = BOB, *, game: str | None = GAME) -> PlayerReported:
    said = Line(id=WORD, user_id=BOB, username="Bob", channel=Channel.DAY, message="you <b>idiot", at=NOON + 5)
    return PlayerReported(
        report_id=REPORT,
        room_id=ROOM,
        game_id=game,
        reporter_id=ANN,
        user_id=about,
        username="Bob",
        message_id=WORD,
        reason=ReportReason.INSULT,
        at=NOON + 6,
        context=[said],
    )


def evening() -> list[OutboxEvent]:
    return [
        seen(ANN, "Ann"),
        opened(),
        joined(ANN, "Ann"),
        seen(BOB, "Bob"),
        joined(BOB, "Bob"),
        changed(Status.IN_GAME, version=3),
        reported(),
        ended(),
        left(BOB, kicked=True),
        changed(Status.ENDED, version=9, ended_at=NOON + 10),
    ]
