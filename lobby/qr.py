"""The QR code of a table's address; for any code that could be one, so that it tells nothing about which exist."""

from functools import lru_cache
from http import HTTPStatus
from io import BytesIO
from typing import Final

import segno
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from game.engine.ids import RoomCode
from lobby import codes

QUIET_ZONE: Final = 4
"""Modules of white around the code: below this, the standard says, a camera may not find it."""

_DAY_S: Final = 24 * 3600


@require_safe
@cache_control(public=True, max_age=_DAY_S)
async def room_code(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the address of the room with this code; asks neither the database nor Redis."""
    normal = codes.normal(code)
    if normal is None:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    return HttpResponse(drawn(address_of(request, normal)), content_type="image/svg+xml")


def address_of(request: HttpRequest, code: RoomCode) -> str:
    """The room's whole address, for who is not on this site yet; of a host that ALLOWED_HOSTS lets through."""
    return request.build_absolute_uri(reverse("lobby:room", args=[code]))


@lru_cache(maxsize=256)
def drawn(address: str) -> bytes:
    """Black on white, whatever the theme: some cameras read nothing else."""
    svg = BytesIO()
    segno.make_qr(address, error="m").save(
        svg, kind="svg", border=QUIET_ZONE, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return svg.getvalue()
