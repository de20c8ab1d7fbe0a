"""The frames about the queue; what follows at the table comes out of the projection."""

from game.engine.frames import Frame
from game.engine.ids import RoomCode, RoomId


class MatchmakingStatus(Frame, frozen=True, tag="matchmaking:status"):
    """How the search stands, to whoever waits: at once, and when it changes, at most once a second.

    So many are `waiting`, and `needed` would be the smallest table now. The longest wait ends at `starts_by` (ms) if
    there are enough people.
    """

    waiting: int
    needed: int
    waited_seconds: int
    starts_by: int


class MatchmakingFound(Frame, frozen=True, tag="matchmaking:found"):
    """There is a table, and the seat is taken; `room:update` follows."""

    room_id: RoomId
    room_code: RoomCode


class MatchmakingLeft(Frame, frozen=True, tag="matchmaking:left"):
    """Not waiting any more."""
