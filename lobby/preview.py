"""What other sites and messengers show of a link to us (Open Graph); never more than the door itself shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from lobby.doors import Door
    from lobby.rooms import Glance

_IMAGE: Final = "preview.png"


@dataclass(frozen=True, slots=True)
class Preview:
    """A card: addresses are whole, for they are read far from here."""

    title: str
    description: str
    address: str
    image: str


def of_site(request: HttpRequest) -> Preview:
    """The card of the start page."""
    line = _("Mafia for 4 to 16 people. No account, no download. One link and you are in.")
    return _card(request, _("Mafia: someone at this table is lying"), line, reverse("lobby:landing"))


def of_room(request: HttpRequest, code: str, door: "Door", glance: "Glance | None") -> Preview:
    """The card of a shared link: who invites, and how many seats are left; or why nobody may sit down."""
    path = reverse("lobby:room", args=[code])
    if glance is None or not door.opens:
        return _card(request, str(door.heading), str(door.sentence), path)
    title = _("Mafia: room %(code)s") % {"code": f"{code[:3]}-{code[3:]}"}
    return _card(request, title, _invitation(glance), path)


def _invitation(glance: "Glance") -> str:
    free = glance.max_players - glance.seats_taken
    sentence = ngettext(
        "%(host)s invites you. %(taken)s of %(seats)s here; %(free)s seat free.",
        "%(host)s invites you. %(taken)s of %(seats)s here; %(free)s seats free.",
        free,
    )
    return sentence % {"host": glance.host_name, "taken": glance.seats_taken, "seats": glance.max_players, "free": free}


def _card(request: HttpRequest, title: str, description: str, path: str) -> Preview:
    return Preview(title, description, request.build_absolute_uri(path), request.build_absolute_uri(static(_IMAGE)))
