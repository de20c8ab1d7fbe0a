"""Streamer mode: no page that others look at tells the code of a table. The page itself still knows it, as it must."""

from typing import Final

from django.http import HttpRequest
from django.urls import reverse

COOKIE: Final = "mafia_streamer"
"""Set by the page's own script (static/js/room/streamer.js), so that the first picture hides the code already."""


def is_on(request: HttpRequest) -> bool:
    """Whether this browser hides codes."""
    return request.COOKIES.get(COOKIE) == "1"


def told_of_table(request: HttpRequest, code: str | None) -> dict[str, object]:
    """What a page is told of the table that its visitor sits at already, if there is one."""
    where = address_of(request, code) if code else ""
    return {"table": code, "table_address": where, "is_hidden": is_on(request)}


def address_of(request: HttpRequest, code: str) -> str:
    """Where the visitor's own table is: at an address that tells its code, or at one that does not."""
    return reverse("lobby:hidden") if is_on(request) else reverse("lobby:room", args=[code])
