"""What people may be called, and which names look alike; pure, it knows of no user and no room."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import count, groupby

import msgspec
from precis_i18n import get_profile

LONGEST = 20
LONGEST_RAW = 100
MOST_MARKS = 3

# Joiners, variation selectors and flag tags are only glue between emoji: without them each shows by itself.
# U+2800 is a picture of nothing, so it counts as the space that it looks like.
_INVISIBLE: dict[int, int | None] = {
    **dict.fromkeys((0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080))),
    0x2800: ord(" "),
}
_NICKNAME = get_profile("NicknameCasePreserved")


def clean(raw: str) -> str | None:
    """Return the name as it is kept (RFC 8266: NFKC, single spaces, nothing unseen), or None for no name at all."""
    if len(raw) > LONGEST_RAW:
        return None
    try:
        name = _NICKNAME.enforce(raw.strip().translate(_INVISIBLE))
    except UnicodeEncodeError:
        return None
    return name if len(name) <= LONGEST and _is_legible(name) else None


def distinct(name: str, taken: Iterable[str]) -> str:
    """Return the name, numbered if need be so that it looks like none of the taken ones."""
    seen = frozenset().union(*map(_looks, taken))
    candidates = (_numbered(name, number) for number in count(1))
    return next(candidate for candidate in candidates if seen.isdisjoint(_looks(candidate)))


def are_alike(one: str, other: str) -> bool:
    """Whether a reader could take the one name for the other: by case, or by letters that look the same."""
    return not _looks(one).isdisjoint(_looks(other))


def _is_legible(name: str) -> bool:
    """Whether something can be seen, and no pile of accents covers the lines above and below."""
    runs = [(is_mark, len(list(run))) for is_mark, run in groupby(name, _is_mark)]
    return runs[0] != (True, len(name)) and all(length <= MOST_MARKS for is_mark, length in runs if is_mark)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _numbered(name: str, number: int) -> str:
    """Return "Ann" for 1 and "Ann 2" for 2, shortening the name where there is no room."""
    if number == 1:
        return name[:LONGEST]
    suffix = f" {number}"
    return name[: LONGEST - len(suffix)].rstrip() + suffix


def _looks(name: str) -> frozenset[str]:
    """Return the ways a name can be read; two names are alike when they share one.

    Case and shape do not commute: I is read as i by case and as l by shape, so neither order alone finds both.
    """
    folded = name.casefold()
    return frozenset({folded, _skeleton(name).casefold(), _skeleton(folded)})


def _skeleton(name: str) -> str:
    """Return the name with each letter replaced by the one it stands for among its look-alikes (UTS #39)."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).translate(_prototypes()))


class _Glyph(msgspec.Struct):
    c: str


@cache
def _prototypes() -> dict[int, str]:
    """Return look-alike → prototype, read from the package's file at first need: 30 ms that importing should not cost.

    The file lists each pair of Unicode's table both ways, the source first; the other way round is left out here.
    """
    raw = files("confusable_homoglyphs").joinpath("confusables.json").read_text().replace(r"\u200e", "")
    prototypes: dict[str, str] = {}
    for char, glyphs in msgspec.json.decode(raw, type=dict[str, list[_Glyph]]).items():
        if len(char) == 1 and len(glyphs) == 1 and glyphs[0].c not in prototypes:
            prototypes[char] = glyphs[0].c
    return {ord(char): prototype for char, prototype in prototypes.items()}
