"""What a client may say about rooms, field by field with its bounds; the gateway decodes into these."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from game.engine.settings import SettingsPatch
from game.engine.setup import MAX_SEATS, MIN_SEATS
from game.wire import Event, Ref, Target

Seats = Annotated[int, Meta(ge=MIN_SEATS, le=MAX_SEATS)]


class RoomCreate(Event, frozen=True, kw_only=True, tag="room:create"):
    """Open a room and host it.

    `is_public`: the start page lists the room, with the host's name, while it has a free seat and its host is there.
    """

    is_public: bool
    max_players: Seats
    settings: SettingsPatch = SettingsPatch()


class RoomJoin(Event, frozen=True, kw_only=True, tag="room:join"):
    """Sit down by a code, in any case, spaces and dashes ignored."""

    room_code: Annotated[str, Meta(max_length=64)]


class RoomWatch(Event, frozen=True, kw_only=True, tag="room:watch"):
    """Look on by a code, without a seat: on a socket that was identified for that, and there nothing else is done."""

    room_code: Annotated[str, Meta(max_length=64)]


class RoomLeave(Event, frozen=True, kw_only=True, tag="room:leave"):
    """Give the seat up."""


class RoomReady(Event, frozen=True, kw_only=True, tag="room:ready"):
    """Ready to start."""


class RoomUnready(Event, frozen=True, kw_only=True, tag="room:unready"):
    """Not ready after all."""


class RoomKick(Event, frozen=True, kw_only=True, tag="room:kick"):
    """Remove somebody from the lobby."""

    user_id: Target


class RoomAddBot(Event, frozen=True, kw_only=True, tag="room:addBot"):
    """Fill an empty seat with a bot."""


class RoomRemoveBot(Event, frozen=True, kw_only=True, tag="room:removeBot"):
    """Take a bot from the table."""

    user_id: Target


class RoomStart(Event, frozen=True, kw_only=True, tag="room:start"):
    """Begin the game."""


class RoomSettings(SettingsPatch, frozen=True, kw_only=True, tag_field="type", tag="room:settings"):
    """Change some of the rules, and how many may come.

    `is_public` puts the room on the list of the start page, or takes it off; a table of strangers is never on it.
    """

    max_players: Seats | UnsetType = UNSET
    is_public: bool | UnsetType = UNSET
    ref: Ref | None = None

    @property
    def patch(self) -> SettingsPatch:
        """The part that is about the rules."""
        return SettingsPatch(**{name: getattr(self, name) for name in SettingsPatch.__struct_fields__})


class RoomRematch(Event, frozen=True, kw_only=True, tag="room:rematch"):
    """Play again with the same people; once all of them want it, the game begins after a countdown (`startsAt`)."""


class RoomSync(Event, frozen=True, kw_only=True, tag="room:sync"):
    """Ask for a whole snapshot."""
