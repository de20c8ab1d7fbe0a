"""What stands at the door of a room: one answer for each reason why somebody does not sit in it yet."""

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from game.engine.refusals import Refusal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from lobby.rooms import Glance


@dataclass(frozen=True, slots=True)
class Door:
    """The answer: the page's status, heading and sentence, and whether one may still sit down, or look on."""

    status: HTTPStatus
    heading: "str | _StrPromise"
    sentence: "str | _StrPromise"
    opens: bool = False
    may_watch: bool = False
    wait_s: int = 0


OPEN = Door(HTTPStatus.OK, _("Sit down"), "", opens=True)
CLOSED = Door(
    HTTPStatus.NOT_FOUND,
    _("No such room"),
    _("This room is closed or never existed. Check the code. There is no O, I or L, and no 0 or 1."),
)
FULL = Door(
    HTTPStatus.CONFLICT,
    _("This room is full"),
    _("Every seat is taken. Watch, or try again when somebody has left."),
    may_watch=True,
)
STARTED = Door(
    HTTPStatus.CONFLICT,
    _("Game in progress"),
    _("They are in the middle of a game. Watch it, and play the next one."),
    may_watch=True,
)
FULL_UNSEEN = replace(FULL, sentence=_("Every seat is taken. Try again when somebody has left."), may_watch=False)
STARTED_UNSEEN = replace(
    STARTED,
    sentence=_("They are in the middle of a game. Come back when it is over, and play the next one."),
    may_watch=False,
)
"""At a table that strangers may come to, nobody looks on."""
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


def too_many_tries(wait_s: int) -> Door:
    """Say for how long somebody has to wait."""
    sentence = ngettext("Too many tries. Wait %(count)d second.", "Too many tries. Wait %(count)d seconds.", wait_s)
    return replace(TOO_MANY_TRIES, sentence=sentence % {"count": wait_s}, wait_s=wait_s)


def door_of(glance: "Glance | None") -> Door:
    """Say how a room looks from outside to somebody without a seat in it."""
    if glance is None or (glance.status == "ended" and not glance.kicked):
        return CLOSED
    if glance.kicked:
        return KICKED
    if glance.status == "in_game":
        return STARTED if glance.may_watch else STARTED_UNSEEN
    if glance.gathering:
        return GATHERING
    if glance.seats_taken < glance.max_players:
        return OPEN
    return FULL if glance.may_watch else FULL_UNSEEN
