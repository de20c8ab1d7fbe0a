"""How a page gets its JavaScript: joined into one file by `make bundle`, or in development as it lies in the source.

Two things stay apart, and an import map leads to them: the words of the page's language, and what is asked for later.
So a browser keeps one file, whatever is spoken.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Final, cast

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from js_asset import ImportMap

register = template.Library()

_FILES: Final = Path(settings.BASE_DIR) / "static"
_APART: Final = {"zzfx": "vendor/zzfx/ZzFX.js"}
_LIBRARY: Final = {"lit-html": "vendor/lit-html/lit-html.js", "lit-html/": "vendor/lit-html/"}


@register.simple_tag(takes_context=True)
def scripts(context: template.Context, page: str) -> SafeString:
    """Draw what runs "room", "screen" or "replay"; the import map carries the visit's nonce.

    It belongs after the styles: the first picture is the server's, and needs no script.
    """
    words = f"js/words/{get_language() or settings.LANGUAGE_CODE}.js"
    apart = {"language": words} | _APART
    if settings.DEBUG:
        return format_html("{}\n{}", _map(context, apart | _LIBRARY), _script(f"js/{page}/main.js"))
    # A browser runs nothing else; in development files change.
    hashes = {static(path): _digest(path) for path in apart.values()}
    # Else it would be asked for after the script only. A preload that names another integrity is fetched in vain.
    ahead = format_html(
        '<link rel="modulepreload" href="{}" integrity="{}" fetchpriority="low">', static(words), _digest(words)
    )
    entry = f"built/{page}.js"
    return format_html("{}\n{}\n{}", _map(context, apart, hashes), ahead, _script(entry, _digest(entry)))


def _map(context: template.Context, imports: dict[str, str], hashes: dict[str, str] | None = None) -> SafeString:
    drawn = ImportMap(imports, integrity=hashes).render(attrs={"nonce": str(context["CSP_NONCE"])})
    return cast("SafeString", drawn)


def _script(path: str, integrity: str = "") -> SafeString:
    # Not in the map: the browser asks for a script before it reads that, and would ask again.
    return format_html(
        '<script type="module" src="{}" integrity="{}" fetchpriority="low"></script>', static(path), integrity
    )


def _digest(path: str) -> str:
    # On a machine of one's own the server stays while its files change.
    return _digest_of(path, (_FILES / path).stat().st_mtime_ns)


@cache
def _digest_of(path: str, _changed_at: int) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384((_FILES / path).read_bytes()).digest()).decode()
