"""What stands on the card of a link to a room or to the start page; never more than the door itself shows."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from game.preview import Preview, card
from lobby.codes import spelled

if TYPE_CHECKING:
    from lobby.doors import Door
    from lobby.rooms import Glance


def of_site(request: HttpRequest) -> Preview:
    """The card of the start page."""
    line = _("Mafia for 4 to 16 people. No account, no download. One link and you are in.")
    return card(request, _("Mafia: someone at this table is lying"), line, reverse("lobby:landing"))


def of_room(request: HttpRequest, code: str, door: "Door", glance: "Glance | None") -> Preview:
    """The card of a shared link: who invites, and how many seats are left; or why nobody may sit down."""
    path = reverse("lobby:room", args=[code])
    if glance is None or not door.opens:
        return card(request, str(door.heading), str(door.sentence), path)
    title = _("Mafia: room %(code)s") % {"code": spelled(code)}
    return card(request, title, _invitation(glance), path)


def _invitation(glance: "Glance") -> str:
    free = glance.max_players - glance.seats_taken
    sentence = ngettext(
        "%(host)s invites you. %(taken)s of %(seats)s here; %(free)s seat free.",
        "%(host)s invites you. %(taken)s of %(seats)s here; %(free)s seats free.",
        free,
    )
    return sentence % {"host": glance.host_name, "taken": glance.seats_taken, "seats": glance.max_players, "free": free}
