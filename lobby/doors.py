"""What stands at the door of a room: one answer for each reason why somebody does not sit in it yet."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from game.engine.refusals import Refusal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from lobby.rooms import Glance


@dataclass(frozen=True, slots=True)
class Door:
    """The answer: the page's status, heading and sentence, and whether one may still sit down."""

    status: HTTPStatus
    heading: "str | _StrPromise"
    sentence: "str | _StrPromise"
    opens: bool = False


OPEN = Door(HTTPStatus.OK, _("Sit down"), "", opens=True)
CLOSED = Door(
    HTTPStatus.NOT_FOUND,
    _("No such room"),
    _("This room is closed or never existed. Check the code. There is no O, I or L, and no 0 or 1."),
)
FULL = Door(HTTPStatus.CONFLICT, _("This room is full"), _("Every seat is taken. Try again when somebody has left."))
STARTED = Door(
    HTTPStatus.CONFLICT,
    _("Game in progress"),
    _("They are in the middle of a game. Come back when it is over and play the next one."),
)
GATHERING = Door(
    HTTPStatus.CONFLICT,
    _("A table of strangers"),
    _("Its game begins in a moment, with the people who were found for it. A table can be found for you, too."),
)
KICKED = Door(
    HTTPStatus.FORBIDDEN,
    _("You cannot come back here"),
    _("The host removed you from this room. Other rooms are open."),
)
SEATED_ELSEWHERE = Door(
    HTTPStatus.CONFLICT, _("You already sit in a room"), _("You already sit in another room. Leave it first.")
)
TOO_MANY_TRIES = Door(
    HTTPStatus.TOO_MANY_REQUESTS, _("Too many tries"), _("Too many tries. Wait a minute, then try again.")
)
INVALID = Door(HTTPStatus.UNPROCESSABLE_ENTITY, _("That did not work"), _("Something in the form was not right."))

_REFUSED = {
    Refusal.NOT_FOUND: CLOSED,
    Refusal.ENDED: CLOSED,
    Refusal.FULL: FULL,
    Refusal.IN_GAME: STARTED,
    Refusal.KICKED: KICKED,
    Refusal.ALREADY_IN_ROOM: SEATED_ELSEWHERE,
    Refusal.RATE_LIMITED: TOO_MANY_TRIES,
}


def refused(refusal: Refusal) -> Door:
    """Translate the game's no into the page's."""
    return _REFUSED.get(refusal, INVALID)


def door_of(glance: "Glance | None") -> Door:
    """Say how a room looks from outside to somebody without a seat in it."""
    if glance is None:
        return CLOSED
    if glance.kicked:
        return KICKED
    if glance.status != "lobby":
        return STARTED if glance.status == "in_game" else CLOSED
    if glance.gathering:
        return GATHERING
    return FULL if glance.seats_taken >= glance.max_players else OPEN
