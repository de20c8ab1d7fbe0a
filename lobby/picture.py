"""The first picture of a table: what a page shows before its socket speaks, and nothing that one seat alone may know.

Of a running game it reads who sits where, who is out, and the name of the phase: no card, choice or note comes near it.
Scripts draw the same boxes over it (static/js/room/screens), so nothing moves when they do.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.ids import UserId
from game.engine.settings import FirstNight, Settings
from game.engine.state import Phase, RoomState

_SHAPES: Final = ("drop", "circle", "square", "diamond")
_THEMES: Final = {"day": "day", "voting": "vote", "ended": "day"}
_IN_PLAY: Final = ("night", "day", "voting")
_SECOND_MS: Final = 1000


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the table."""

    number: int
    name: str
    is_bot: bool
    is_me: bool
    is_host: bool
    is_ready: bool
    is_here: bool
    is_out: bool

    @property
    def shape(self) -> str:
        """The outline of the number."""
        return _SHAPES[self.number % len(_SHAPES)]


@dataclass(frozen=True, slots=True)
class Picture:
    """One moment of a table, for one of those who sit at it."""

    screen: str
    round: int
    seats: tuple[Seat, ...]
    me: Seat
    free: int
    cast: int
    is_public: bool
    is_meeting: bool
    is_tie: bool
    settings: Settings

    @property
    def theme(self) -> str:
        """The colours of the hour."""
        return _THEMES.get(self.screen, "night")

    @property
    def is_in_play(self) -> bool:
        """Whether there is something to do or to watch, and one's own panels beside it."""
        return self.screen in _IN_PLAY

    @property
    def in_order(self) -> tuple[Seat, ...]:
        """All seats; who is out comes last."""
        return tuple(sorted(self.seats, key=lambda seat: seat.is_out))

    @property
    def is_practice(self) -> bool:
        """Whether all the others are bots."""
        others = [seat for seat in self.seats if not seat.is_me]
        return bool(others) and all(seat.is_bot for seat in others)


def taken(state: RoomState, user: UserId, now_ms: int) -> Picture:
    """Take the picture of a room for somebody who sits in it."""
    seats = tuple(_seat(state, user, number, who) for number, who in enumerate(state.players, 1))
    return Picture(
        screen=_screen(state, now_ms),
        round=state.round,
        seats=seats,
        me=next(seat for seat in seats if seat.is_me),
        free=state.max_players - len(seats),
        cast=len(state.votes),
        is_public=state.is_public,
        is_meeting=_is_first_night(state) and state.running.setup.first_night is FirstNight.MEETING,
        is_tie=bool(state.candidates),
        settings=state.settings,
    )


def _screen(state: RoomState, now_ms: int) -> str:
    if state.is_gathering:
        return "gathering"
    if _is_first_night(state) and now_ms < state.running.started_at + state.settings.reveal_time * _SECOND_MS:
        return "reveal"
    return state.phase.value


def _is_first_night(state: RoomState) -> bool:
    return state.phase is Phase.NIGHT and state.round == 1


def _seat(state: RoomState, user: UserId, number: int, who: UserId) -> Seat:
    player, is_me = state.players[who], who == user
    return Seat(
        number=number,
        name=player.username,
        is_bot=player.is_bot,
        is_me=is_me,
        is_host=who == state.host_id,
        is_ready=player.ready,
        is_here=player.connected or is_me,  # by the time that one sees it
        is_out=not player.alive,
    )
