"""Whether a message holds a word that a reader may not want to see; it changes no message and judges no meaning."""

import re
import unicodedata
from enum import StrEnum
from itertools import groupby
from typing import Final

from game.engine import coarse


class Flag(StrEnum):
    """The weakest filter that hides a message: the strict one hides what the mild one does, and more."""

    MILD = "mild"
    STRICT = "strict"


_ALIKE: Final = str.maketrans({"@": "a", "$": "s", "ى": "ي", "ة": "ه", "ـ": None, "ı": "i", "ø": "o"})
_DIGITS: Final = str.maketrans("0134579", "oieastg")
_WORD: Final = re.compile(r"[^\W_]+")
_STRETCHED: Final = re.compile(r"(.)\1{2,}")
_ARTICLE: Final = "ال"


def flag(text: str) -> Flag | None:
    """How hard the hardest word is, however it is dressed up: accents, digits for letters, stretched or spaced out."""
    words = {form for word in _words(text) for form in _forms(word)}
    for level, (whole, stems) in _LISTS.items():
        if any(word in whole or word.startswith(stems) for word in words):
            return level
    return None


def _words(text: str) -> list[str]:
    """The words in plain small letters; single letters in a row are one word."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    runs = groupby(_WORD.findall(plain.translate(_ALIKE)), key=lambda word: len(word) == 1)
    return [word for is_single, run in runs for word in (["".join(run)] if is_single else run)]


def _forms(word: str) -> set[str]:
    spelled = word if word.isdigit() else word.translate(_DIGITS)
    forms = {spelled, _STRETCHED.sub(r"\1", spelled), _STRETCHED.sub(r"\1\1", spelled)}
    return forms | {form.removeprefix(_ARTICLE) for form in forms}


def _list(entries: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words of a list, and its stems."""
    words = entries.split()
    stems = tuple(word.removesuffix("*") for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), stems


_LISTS: Final = {Flag.MILD: _list(coarse.SLURS), Flag.STRICT: _list(coarse.INSULTS)}
