"""What one player knows, as a value; it holds nothing that the server did not say to this player.

`tests.client.reducer` makes each next view from the last one and a frame.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.client.record import Frame

PHASES = ("lobby", "night", "day", "voting", "ended")


@dataclass(frozen=True, slots=True)
class Seat:
    """One player at the table, as everybody sees them; `role` only once the viewer may know it."""

    user_id: str
    username: str
    ready: bool = False
    connected: bool = True
    alive: bool = True
    is_bot: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One line of chat; `id` is empty for a client that knows the design alone."""

    id: str
    user_id: str
    text: str
    channel: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something this player did in a round, and the server accepted."""

    round: int
    event: str
    target: str | None


Turn: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything a player knows at one moment."""

    me: str = ""
    room_id: str = ""
    room_code: str = ""
    status: str = ""
    host_id: str = ""
    settings: Frame = field(default_factory=dict)
    setup: Frame = field(default_factory=dict)
    seats: Mapping[str, Seat] = field(default_factory=dict)

    phase: str = "lobby"
    round: int = 0
    ends_at: int | None = None
    candidates: tuple[str, ...] = ()

    role: str | None = None
    allies: tuple[str, ...] = ()
    inspections: Mapping[str, bool] = field(default_factory=dict)
    target: str | None = None
    vote: str | None = None
    acts: tuple[Act, ...] = ()

    counts: Mapping[str, int] = field(default_factory=dict)
    cast: int = 0
    chat: tuple[Message, ...] = ()
    end: Frame | None = None
    left: str | None = None

    @property
    def alive(self) -> bool:
        """Whether this player still lives."""
        return self.me in self.seats and self.seats[self.me].alive

    @property
    def living(self) -> list[str]:
        """The living, in the order of their seats."""
        return [seat.user_id for seat in self.seats.values() if seat.alive]

    @property
    def others(self) -> list[str]:
        """The living without this player and the fellow mafia: whom one acts against."""
        return [user for user in self.living if user != self.me and user not in self.allies]

    @property
    def is_host(self) -> bool:
        """Whether this player may start the game."""
        return bool(self.me) and self.host_id == self.me

    @property
    def everybody_ready(self) -> bool:
        """Whether all but the host have said so."""
        return all(seat.ready for seat in self.seats.values() if seat.user_id != self.host_id)

    @property
    def nobody_acts(self) -> bool:
        """Whether this night is the mafia's first meeting, with nothing to do for anybody."""
        return self.round == 1 and self.setup.get("firstNight") == "meeting"

    @property
    def turn(self) -> Turn:
        """What must change before this player has something new to do."""
        if self.status == "in_game":
            return (self.phase, self.round, self.candidates)
        mine = self.seats.get(self.me)
        return (self.status, mine and mine.ready, self.is_host, self.everybody_ready, len(self.seats))

    def name(self, user_id: str | None) -> str:
        """What a player is called here."""
        seat = self.seats.get(user_id or "")
        return seat.username if seat else "somebody"
