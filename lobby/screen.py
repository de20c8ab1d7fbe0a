"""The page for the big screen of a party: what is public of a table, drawn before any script. It seats nobody."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.identity import VisitorRequest
from game import house as houses
from game.engine import onlookers, view
from game.engine.frames import RoomUpdate
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from lobby import codes, page, qr, streamer
from lobby.doors import KICKED, Door
from lobby.forms import read_code

NOT_SHOWN = Door(
    HTTPStatus.NOT_FOUND,
    _("Nothing to show"),
    _("There is no such table, or strangers may come to it: then nobody looks on."),
)
"""One answer for both: it tells nobody which codes strangers have."""

_NAME = "Screen"
"""Whoever connects gives a name; this one is shown to nobody."""


@never_cache
@require_safe
async def screen(request: VisitorRequest, code: str) -> HttpResponse:
    """Show the way to a table, and who is there; the rest comes over the socket."""
    normal = codes.normal(read_code(code))
    if normal and normal != code:
        return redirect("lobby:screen", code=normal)
    room = await look(request.user_id, code)
    if isinstance(room, Refusal) or normal is None:
        door = KICKED if room is Refusal.KICKED else NOT_SHOWN
        return render(request, "lobby/door.html", {"code": code, "door": door}, status=door.status)
    address = qr.address_of(request, normal).partition("://")[2]
    told = page.told(_NAME, normal) | {"address": address, "isHidden": streamer.is_on(request)}
    return render(request, "lobby/screen.html", {"room": room, "page": told})


async def look(user_id: str, code: str) -> RoomUpdate | Refusal:
    """The public picture of the room with this code, if this visitor may look on there."""
    house, normal = houses.current(), codes.normal(code)
    room_id = await house.claims.room_with(normal) if normal else None
    state = await house.play.look(room_id) if room_id else None
    if state is None:
        return Refusal.NOT_FOUND
    return onlookers.barred(state, UserId(user_id)) or view.room(state)
