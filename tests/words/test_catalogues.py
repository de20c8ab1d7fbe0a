"""Each language says everything that the site says, and what is made of its catalogue is in step with it."""

import pytest
from babel.messages.catalog import Catalog

from game.phrases import WORDS
from tools.words import browser, catalogs, sources

FOUND = list(sources.found())
each_language = pytest.mark.parametrize("language", catalogs.LANGUAGES)


def kept(language: str) -> Catalog:
    return catalogs.read(language)


@each_language
def test_no_sentence_is_left_out(language: str) -> None:
    catalog = catalogs.renewed(language, FOUND)
    faults = {
        message.id: fault for message in catalogs.spoken(catalog) if (fault := catalogs.faults(message, language))
    }
    assert faults == {}, "make words tells more"


@each_language
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in catalogs.spoken(kept(language)) if message.fuzzy] == []


@each_language
def test_a_catalogue_is_in_step_with_the_sources(language: str) -> None:
    assert catalogs.written(catalogs.renewed(language, FOUND)) == catalogs.path(language).read_bytes(), "make words"


@each_language
def test_what_gettext_reads_is_in_step_with_the_catalogue(language: str) -> None:
    compiled = catalogs.compiled(catalogs.renewed(language, FOUND))
    assert compiled == catalogs.path(language, "mo").read_bytes(), "make words"


@each_language
def test_what_browsers_read_is_in_step_with_the_catalogue(language: str) -> None:
    module = browser.module(language, kept(language), sources.scripted())
    assert module == browser.path(language).read_text(), "make words"


def test_the_module_of_english_is_in_step_with_the_phrases() -> None:
    assert browser.source() == browser.path("en").read_text(), "make words"


@each_language
def test_no_two_ways_of_a_phrase_are_said_alike(language: str) -> None:
    catalog = kept(language)
    for ways in WORDS.values():
        said = [known.string for way in ways if (known := catalog.get(way))]
        assert len(set(said)) == len(said)


@each_language
def test_a_language_has_its_own_name_and_forms(language: str) -> None:
    assert len(catalogs.FORMS[language][0]) == kept(language).num_plurals
