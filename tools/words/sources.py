"""Collects what the site says to people, wherever it stands: Python, templates, scripts; it translates nothing."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from game.phrases import WORDS
from tools.words.script import said

ROOT: Final = Path(__file__).resolve().parent.parent.parent
_APPS: Final = ("accounts", "game", "lobby", "matchmaking", "mafia_site")
# What begins so, right before the words, is for those who translate them.
_NOTE: Final = "Translators:"
_KEYWORDS: Final[dict[str, tuple[int | tuple[int, str], ...] | None]] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


class Found(NamedTuple):
    """Words in the source: where, and what they are called in a catalogue."""

    words: str
    plural: str | None
    context: str | None
    path: str
    line: int
    note: str = ""


def found() -> Iterator[Found]:
    """Everything that the site says."""
    yield from _in_python()
    yield from _in_templates()
    yield from _in_scripts()


def spoken() -> frozenset[str]:
    """What bots and quick phrases say: browsers have it by key, not by its words."""
    return frozenset(way for ways in WORDS.values() for way in ways)


def scripted() -> frozenset[str]:
    """What scripts say."""
    return frozenset(words.words for words in _in_scripts())


def _in_python() -> Iterator[Found]:
    for app in _APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            yield from _pythonic(path, path.read_text())


def _in_templates() -> Iterator[Found]:
    for path in sorted((ROOT / "templates").rglob("*.html")):
        # In brackets, the indentation of a page is none of a program.
        yield from _pythonic(path, f"({templatize(path.read_text())})")


def _in_scripts() -> Iterator[Found]:
    for path in sorted((ROOT / "static" / "js").rglob("*.js")):
        name = path.relative_to(ROOT).as_posix()
        for words, plural, line in said(path.read_text()):
            yield Found(words, plural, None, name, line)


def _pythonic(path: Path, source: str) -> Iterator[Found]:
    name = path.relative_to(ROOT).as_posix()
    for line, words, notes, context in extract("python", io.BytesIO(source.encode()), _KEYWORDS, [_NOTE]):
        one, plural = words if isinstance(words, tuple) else (words, None)
        yield Found(one, plural, context, name, line, " ".join(notes).removeprefix(_NOTE).strip())
