"""Nothing that people read stands in a page or a script without a way to translate it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.words.sources import ROOT, found

_PAGES = sorted((ROOT / "templates").rglob("*.html"))
_SCRIPTS = sorted(path for path in (ROOT / "static" / "js").rglob("*.js") if path.parent.name != "words")
# What says the same in every language: an example of a code.
_SAID_BY_ALL = {"K7M-2QF"}
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_READ_ALOUD = re.compile(r"""\b(?:aria-label|aria-description|alt|placeholder|title)=(["'])([^"'$]*)\1""")
# Text after a tag, which no arrow and no comparison opens.
_BETWEEN_TAGS = re.compile(r"(?<![=\s])>([^<>{}`$;=]*)(?=<|\$\{)")
_REMARK = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_HANDED_OVER = re.compile(
    r"{% blocktranslate.*?{% endblocktranslate %}|{%.*?%}|{{.*?}}|{#.*?#}|<(script|style)\b.*?</\1>|<!--.*?-->",
    re.DOTALL,
)


def bare(path: Path) -> Iterator[str]:
    text = (_HANDED_OVER if path.suffix == ".html" else _REMARK).sub("", path.read_text())
    said = [match[1] for match in _BETWEEN_TAGS.finditer(text)] + [match[2] for match in _READ_ALOUD.finditer(text)]
    for words in said:
        if _LETTERS.search(words) and words.strip() not in _SAID_BY_ALL:
            yield words.strip()


@pytest.mark.parametrize("path", _PAGES + _SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_words_stand_bare(path: Path) -> None:
    assert list(bare(path)) == []


def test_no_sentence_is_put_together_from_pieces() -> None:
    pieces = [words for words in found() if words.words != words.words.strip() or not words.words]
    assert pieces == []
