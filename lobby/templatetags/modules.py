"""How a page finds its JavaScript: one import map from the names in the source to the hashed files.

The modules import each other by relative path; the map leads each of these to its file in the static storage, so the
same source runs unbundled in development, in production, and under Node. Of the languages a page gets its own alone, as
"language".
"""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import cast

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from js_asset import ImportMap

register = template.Library()

_SOURCE = Path(settings.BASE_DIR) / "static"
_VENDOR = "vendor/"
_WORDS = "js/words/"


@register.simple_tag(takes_context=True)
def module_map(context: template.Context, *folders: str) -> SafeString:
    """Draw the import map of these folders, the page's language and the libraries; it carries the page's nonce."""
    known = [path for path in _modules() if path.startswith((*folders, _VENDOR, _WORDS))]
    drawn = ImportMap(_imports(known), integrity=_integrity(known)).render(attrs={"nonce": str(context["CSP_NONCE"])})
    return cast("SafeString", drawn)


@register.simple_tag
def preload(*folders: str) -> SafeString:
    """Let the browser fetch all modules of these folders at once rather than one import after the other.

    The styles go before them: the first picture is the server's, and needs no script.
    """
    wanted = [path for path in _modules() if path.startswith(folders)]
    integrity = _integrity(wanted)
    # A preload that names another integrity than the map is fetched in vain.
    links = ((address, integrity.get(address, "")) for address in map(static, wanted))
    return format_html_join("\n", '<link rel="modulepreload" href="{}" integrity="{}" fetchpriority="low">', links)


@cache
def _all() -> tuple[str, ...]:
    found = (path.relative_to(_SOURCE).as_posix() for path in _SOURCE.rglob("*.js"))
    return tuple(sorted(found))


def _language() -> str:
    return f"{_WORDS}{get_language() or settings.LANGUAGE_CODE}.js"


def _modules() -> list[str]:
    return [path for path in _all() if not path.startswith(_WORDS) or path == _language()]


def _imports(known: list[str]) -> dict[str, str]:
    by_address = {settings.STATIC_URL + path: path for path in known}
    by_name = {path.removeprefix(_VENDOR): path for path in known if path.startswith(_VENDOR)}
    named = {"language": _language(), "lit-html": f"{_VENDOR}lit-html/lit-html.js", "zzfx": f"{_VENDOR}zzfx/ZzFX.js"}
    return by_address | by_name | named


def _integrity(known: list[str]) -> dict[str, str]:
    """What each module must hash to, so that a browser runs nothing else; not in development, where files change."""
    if settings.DEBUG:
        return {}
    return {static(path): _digest(path) for path in known}


@cache
def _digest(path: str) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384((_SOURCE / path).read_bytes()).digest()).decode()
