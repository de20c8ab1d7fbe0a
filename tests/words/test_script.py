"""What is found in a script: every sentence, however deep in a template, and no sentence that is none."""

import pytest

from tools.words.script import said


def words(source: str) -> list[str]:
    return [sentence.words for sentence in said(source)]


@pytest.mark.parametrize(
    "source",
    [
        '_("Go on")',
        "_('Go on')",
        'fill(x, _("Go on", { name }), y)',
        'html`<p>${_("Go on")}</p>`',
        'html`<p>${open ? html`<b>${_("Go on")}</b>` : nothing}</p>`',
        'html`${rows.map((row) => { return { a: `${_("Go on")}` }; })}`',
        'text.replace(/[`"/]/g, ""); _("Go on")',
        'const half = a / 2; _("Go on"); b / 2',
        '// it\'s `\n_("Go on") /* ` */',
        '[_("Go on")]',
    ],
)
def test_a_sentence_is_found_wherever_it_stands(source: str) -> None:
    assert words(source) == ["Go on"]


@pytest.mark.parametrize(
    "source",
    [
        "export function _(source) { return source; }",
        'import { _, ngettext } from "./words.js";',
        '// _("Go on")',
        "\"_('Go on')\"",
        'html`_("Go on")`',
        'game._("Go on")',
        r'text.match(/_("Go on")/)',
    ],
)
def test_what_only_looks_like_a_sentence_is_none(source: str) -> None:
    assert words(source) == []


def test_a_sentence_about_a_number_has_two_forms_and_a_line() -> None:
    assert list(said('\n\nngettext("{count} vote", "{count} votes", n)')) == [("{count} vote", "{count} votes", 3)]


def test_signs_that_are_written_with_a_backslash_are_read() -> None:
    assert words(r'_("say \"yes\" · \u00b7")') == ['say "yes" · ·']


@pytest.mark.parametrize("source", ["_(name)", '_("a" + b)', "_(`a`)", 'ngettext("a", many, 2)'])
def test_words_that_cannot_be_collected_are_an_error(source: str) -> None:
    with pytest.raises(SyntaxError):
        words(source)
