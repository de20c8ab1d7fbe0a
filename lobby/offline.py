"""What the site leaves in a browser: how it is installed, and one page for when there is no network; never a game."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie
from msgspec import json

NIGHT: Final = "#0f1122"
"""The ground of the start page, which the browser's own bars continue."""

_HOUR_S: Final = 3600
_WORKER: Final = Path(settings.BASE_DIR) / "static" / "js" / "sw.js"
_FILE: Final = re.compile(f'(?:href|src)="((?:{re.escape(settings.STATIC_URL)}|/styles/)[^"]+)"')


@require_safe
@cache_control(public=True, max_age=_HOUR_S)
@vary_on_cookie  # which may name a language
async def manifest(_request: HttpRequest) -> HttpResponse:
    """Tell how the site looks as an app."""
    told = {
        "id": "/",
        "name": _("Mafia: someone at this table is lying"),
        "short_name": _("Mafia"),
        "description": _("Mafia for 4 to 16 people. No account, no download. One link and you are in."),
        "lang": translation.get_language() or settings.LANGUAGE_CODE,
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "start_url": reverse("lobby:landing"),
        "scope": "/",
        "display": "standalone",
        "background_color": NIGHT,
        "theme_color": NIGHT,
        "categories": ["games", "social"],
        "icons": [*map(_icon, (192, 512)), *(_icon(size, "maskable") for size in (192, 512))],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@require_safe
@cache_control(public=True, no_cache=True)
async def worker(_request: HttpRequest) -> HttpResponse:
    """Serve the service worker from the root, so that it is there for every page; it brings what it has to keep."""
    page = _page()
    source = _WORKER.read_text(encoding="utf-8")
    version = sha256((page + source).encode()).hexdigest()[:16]
    kept = json.encode({"version": version, "page": reverse("lobby:offline"), "files": _FILE.findall(page)}).decode()
    return HttpResponse(f"const KEPT = {kept};\n{source}", content_type="text/javascript")


@require_safe
@cache_control(public=True, no_cache=True)
async def offline(_request: HttpRequest) -> HttpResponse:
    """Show what a browser shows without us: in all languages, for it is fetched before anybody knows who needs it."""
    return HttpResponse(_page())


def _page() -> str:
    return _drawn() if settings.DEBUG else _drawn_once()


def _drawn() -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("lobby/offline.html", {"languages": [code for code, _name in settings.LANGUAGES]})


_drawn_once = cache(_drawn)


def _icon(size: int, purpose: str = "any") -> dict[str, str]:
    file = static(f"icons/{purpose}-{size}.png")
    return {"src": file, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
