"""The catalogues in `locale/`: sorted, without dates and line numbers, so that a change is small. It adds no word."""

import copy
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from tools.words.sources import ROOT, Found

# Which form of a sentence a number takes: the names of the forms, by Unicode's rules, and the rule that gettext reads.
FORMS: Final = {
    "de": (("one", "other"), "n != 1"),
    "es": (("one", "other"), "n != 1"),
    "fr": (("one", "other"), "n > 1"),
    "pt": (("one", "other"), "n > 1"),
    "ar": (
        ("zero", "one", "two", "few", "many", "other"),
        "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    ),
}
LANGUAGES: Final = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
# Forms for one number only may leave it out: "one vote".
_ONE_NUMBER: Final = {"zero", "one", "two"}
_GAP: Final = re.compile(r"\{\w+\}|%\(\w+\)s|@")


class Words(Catalog):
    """A catalogue whose head says what a reader of it needs, and nothing that changes by itself."""

    def __init__(self, language: str) -> None:
        """Begin an empty one."""
        super().__init__(locale=language, header_comment="", fuzzy=False)
        forms, rule = FORMS[language]
        self._head = [
            ("Language", language),
            ("Plural-Forms", f"nplurals={len(forms)}; plural=({rule});"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    mime_headers = property(lambda self: self._head)


def path(language: str, kind: str = "po") -> Path:
    """Where the catalogue of a language lies."""
    return ROOT / "locale" / language / "LC_MESSAGES" / f"django.{kind}"


def read(language: str) -> Catalog:
    """The catalogue as it was kept."""
    if not path(language).exists():
        return Words(language)
    with path(language).open("rb") as kept:
        return read_po(kept, locale=language)


def renewed(language: str, found: Iterable[Found]) -> Words:
    """The words of today's sources, with the translations that are known."""
    kept, fresh = read(language), Words(language)
    for words in found:
        key = (words.words, words.plural) if words.plural else words.words
        fresh.add(
            key, locations=[(words.path, 0)], auto_comments=[words.note] if words.note else [], context=words.context
        )
    for message in spoken(fresh):
        known = kept.get(message.id, message.context)
        message.string = known.string if known and known.pluralizable == message.pluralizable else ""
        if message.pluralizable and not message.string:
            message.string = ("",) * len(FORMS[language][0])
    return fresh


def spoken(catalog: Catalog) -> list[Message]:
    """All but the head."""
    return [message for message in catalog if message.id]


def sources(message: Message) -> tuple[str, ...]:
    """The sentence in English; two, where it is about a number."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    """The sentence in the catalogue's language, in all its forms; none while one of them is missing."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    return tuple(str(form) for form in forms) if all(forms) else ()


def write(catalog: Catalog, language: str) -> None:
    """Keep the catalogue, for people and for gettext."""
    path(language).parent.mkdir(parents=True, exist_ok=True)
    path(language).write_bytes(written(catalog))
    path(language, "mo").write_bytes(compiled(catalog))


def written(catalog: Catalog) -> bytes:
    """What people read and change."""
    text = io.BytesIO()
    write_po(text, catalog, width=0, sort_output=True, include_lineno=False)
    return text.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """What gettext reads; half a translation is none."""
    whole, packed = copy.deepcopy(catalog), io.BytesIO()
    for message in spoken(whole):
        message.string = message.string if translations(message) else ""
    write_mo(packed, whole)
    return packed.getvalue()


def faults(message: Message, language: str) -> list[str]:
    """What a translation lacks: words, forms of the number, or the gaps of the source."""
    names = FORMS[language][0] if message.pluralizable else ("",)
    forms = translations(message)
    if len(forms) != len(names):
        return ["not translated"]
    wanted = gaps(sources(message)[-1])
    return [
        f"it has the gaps {sorted(gaps(words))}, not {sorted(wanted)}"
        for name, words in zip(names, forms, strict=True)
        if gaps(words) != wanted and not (name in _ONE_NUMBER and gaps(words) == wanted - {"{count}"})
    ]


def gaps(words: str) -> set[str]:
    """What is filled in when the sentence is said."""
    return set(_GAP.findall(words))
