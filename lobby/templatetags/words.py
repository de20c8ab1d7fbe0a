"""Languages on a page: the choice between them, and names of any script within a sentence; it translates nothing."""

import re

from django import template
from django.conf import settings
from django.utils.translation import get_language_bidi, get_language_info

register = template.Library()

# Hebrew, Arabic and their neighbours.
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@register.simple_tag
def languages() -> list[tuple[str, str, str]]:
    """Each language by its code, its own name, and the way it is written."""
    return [(code, name, "rtl" if get_language_info(code)["bidi"] else "ltr") for code, name in settings.LANGUAGES]


@register.filter
def isolated(name: str) -> str:
    """A name within a sentence: where the two may be of different directions, none reorders the other."""
    return f"\u2068{name}\u2069" if get_language_bidi() or _RIGHT_TO_LEFT.search(name) else name
