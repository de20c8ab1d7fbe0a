"""The card that other sites and messengers show of a link to us (Open Graph); each page says what stands on its own."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.templatetags.static import static

_IMAGE: Final = "preview.png"


@dataclass(frozen=True, slots=True)
class Preview:
    """A card: addresses are whole, for they are read far from here."""

    title: str
    description: str
    address: str
    image: str


def card(request: HttpRequest, title: str, description: str, path: str) -> Preview:
    """The card of the page at this path."""
    return Preview(title, description, request.build_absolute_uri(path), request.build_absolute_uri(static(_IMAGE)))
