"""Writes what a browser needs of a language: a module of what scripts and bots say. It leaves out what pages say."""

import json
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from django.conf import settings

from game.engine.phrases import PhraseKey, QuickKey
from game.phrases import WORDS
from tools.words.catalogs import FORMS, sources, spoken, translations
from tools.words.sources import ROOT

_TEXT: Final = """\
// Written by `make words` out of locale/; not by hand.

export const tag = {tag};

/** @type {{Language.Words}} */
export const words = {words};

/** @type {{Language.Phrases}} */
export const phrases = {phrases};
"""


def path(language: str) -> Path:
    """Where the module of a language lies."""
    return ROOT / "static" / "js" / "words" / f"{language}.js"


def module(language: str, catalog: Catalog, scripted: frozenset[str]) -> str:
    """The module of a translated language."""
    known = {
        sources(message)[0]: _translated(message, language) for message in spoken(catalog) if translations(message)
    }
    words = {key: known[key] for key in sorted(known.keys() & scripted)}
    phrases = {key.value: [_said(way, catalog) for way in ways] for key, ways in WORDS.items()}
    return _text(language, words, phrases)


def source() -> str:
    """The module of the language that the sources are written in: nothing but what people say by a tap."""
    return _text(settings.LANGUAGE_CODE, {}, {key.value: WORDS[PhraseKey(key)][:1] for key in QuickKey})


def _text(language: str, words: object, phrases: object) -> str:
    return _TEXT.format(tag=_json(language), words=_json(words), phrases=_json(phrases))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _translated(message: Message, language: str) -> str | dict[str, str]:
    """A sentence, or its forms by the names of Unicode's rules."""
    forms = translations(message)
    return dict(zip(FORMS[language][0], forms, strict=True)) if message.pluralizable else forms[0]


def _said(way: str, catalog: Catalog) -> str:
    known = catalog.get(way)
    return str(known.string) if known and known.string else way
