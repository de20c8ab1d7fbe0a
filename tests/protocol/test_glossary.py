"""docs/glossary.md has one line a word, and the names that it points to are in the code."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
LINES = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ") and "---" not in line]
WORDS = [(word, names) for word, _, names in LINES if word != "word"]
NAMES = sorted({name for _, names in WORDS for name in re.findall(r"`([^`]+)`", names)})


def test_a_word_is_told_once() -> None:
    words = [word for listed, _ in WORDS for word in listed.split(", ")]
    assert sorted(words) == sorted(set(words))


def test_every_word_has_its_place_in_the_code() -> None:
    assert [word for word, names in WORDS if "`" not in names] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_in_the_code(name: str) -> None:
    assert (ROOT / name).is_file() if "/" in name else found(name) is not None


def found(name: str) -> Any:
    """The module, or what is reached from one by the rest of the name; a field without a default has an annotation."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        home, _, last = name.rpartition(".")
        owner = found(home)
        return getattr(owner, last, None) or getattr(owner, "__annotations__", {}).get(last)
