"""The sheets of static/css as pages get them: several as one file, named by what is in it; it changes no rule.

Seventeen small files cost a phone seventeen requests before its first picture. Joined on the way out they stay small in
the source, and nobody builds anything.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

JOINED: Final = {
    "base": ("layers", "tokens", "base", "control", "card"),
    "landing": ("landing", "lesson"),
    "room": ("frame", "seat", "panel", "queue", "lobby", "stage", "chat", "role", "end", "dialog", "motion", "away"),
    "screen": ("seat", "screen"),
    "replay": ("frame", "seat", "stage", "chat", "end", "replay"),
}
"""What is one file, in the order of the cascade; every page has the base, which says the order of the layers."""

_SHEETS: Final = Path(settings.BASE_DIR) / "static" / "css"
_FOREVER: Final = f"public, max-age={365 * 24 * 3600}, immutable"
_VERSION_LENGTH: Final = 12


def address(name: str) -> str:
    """Where these sheets are; somewhere else once one of them has changed."""
    return reverse("lobby:sheet", args=[name, _version(name)])


@require_safe
async def sheet(_request: HttpRequest, name: str, version: str) -> HttpResponse:
    """Serve them. While gateways differ there may be another version than is asked for: nobody shall keep that."""
    if name not in JOINED:
        raise Http404
    caching = _FOREVER if version == _version(name) else "no-cache"
    return HttpResponse(_text(name), content_type="text/css", headers={"Cache-Control": caching})


def _text(name: str) -> bytes:
    return _joined(name) if settings.LOCAL else _kept(name)


def _version(name: str) -> str:
    return sha256(_text(name)).hexdigest()[:_VERSION_LENGTH]


def _joined(name: str) -> bytes:
    return b"\n".join((_SHEETS / f"{each}.css").read_bytes() for each in JOINED[name])


_kept = cache(_joined)
