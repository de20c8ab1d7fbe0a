"""A finished game as its page shows it: the row and the tape, with names or without; it knows no request."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self
from uuid import UUID

from django.db.models import Q
from msgspec import Raw, convert, json

from accounts.models import User
from game import tape
from game.disguise import Disguise
from game.engine.frames import GameEnd
from game.models import Game
from game.tape import ONLOOKER, Tape

Frame = dict[str, Any]


@dataclass(frozen=True)
class Replay:
    """One game, under the address at which somebody asked for it; without a tape only who won and who was what."""

    game: Game
    tape: Tape | None
    is_nameless: bool

    @classmethod
    def find(cls, address: UUID) -> Self | None:
        """The game of this address: its own id, or the one under which nobody has a name."""
        game = Game.objects.select_related("tape").filter(Q(pk=address) | Q(tape__nameless_id=address)).first()
        if game is None:
            return None
        kept = getattr(game, "tape", None)
        if kept is None:
            return cls(game, None, is_nameless=False)
        return cls(game, tape.unpack(kept.packed), is_nameless=game.pk != address)

    @cached_property
    def players(self) -> list[Frame]:
        """Who sat where, and who lived; somebody without a name is called ""."""
        shown: list[Frame] = self._disguise.of(self._cast)
        return shown

    @cached_property
    def end(self) -> GameEnd | None:
        """The frame that ended the game, as everybody got it; what is new in it has a default, for older tapes."""
        end = self._last("game:end")
        return convert(self._disguise.of(end), GameEnd) if end else None

    def seen_by(self, seat: int | None) -> list[tuple[int, Raw]] | list[tuple[int, Raw, int]]:
        """What this seat was told and chose, as (ms after the deal, frame); without a seat all, and for whom it was.

        LookupError: there is no such seat, or nothing to see.
        """
        if self.tape is None or (seat is not None and not ONLOOKER <= seat <= len(self.tape.seats)):
            raise LookupError(seat)
        if seat is None:
            return [(each.at, each.frame, each.audience) for each in map(self._disguise.over, self.tape.moments)]
        return [(each.at, each.frame) for each in map(self._disguise.over, self.tape.seen_by(seat))]

    @cached_property
    def _disguise(self) -> Disguise:
        names = {seat: str(each["username"]) for seat, each in enumerate(self._cast, start=1)}
        hidden = names if self.is_nameless else {seat: names[seat] for seat in self._forgotten}
        seats = {each["userId"]: seat for seat, each in enumerate(self._cast, start=1)}
        return Disguise(hidden, seats, is_whole=self.is_nameless)

    @cached_property
    def _forgotten(self) -> list[int]:
        """The seats of people whom the records know no more: their names go with them."""
        people = {each["userId"]: seat for seat, each in enumerate(self._cast, start=1) if not each["isBot"]}
        known = {str(user) for user in User.objects.filter(pk__in=people).values_list("pk", flat=True)}
        return [seat for user, seat in people.items() if user not in known]

    @cached_property
    def _cast(self) -> list[Frame]:
        room = self._last("room:update")
        return room["players"] if room else []

    def _last(self, kind: str) -> Frame | None:
        frames = (json.decode(moment.frame) for moment in reversed(self.tape.moments if self.tape else ()))
        return next((frame for frame in frames if frame["type"] == kind), None)
