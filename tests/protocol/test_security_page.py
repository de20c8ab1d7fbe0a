"""docs/security.md says of each line what holds it, and the tests and places that it names exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
LINES = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ") and "---" not in line]
HOLDERS = [held for _, answer, held in LINES if answer != "answer"]
NAMED = sorted({name for held in HOLDERS for name in re.findall(r"`([^`]+)`", held)})


@pytest.mark.parametrize("held", HOLDERS)
def test_a_line_says_what_holds_it(held: str) -> None:
    assert re.search(r"`[^`]+`|\*\*(accepted|open)\*\*", held)


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_exists(name: str) -> None:
    path, _, claim = name.partition("::")
    if not claim:
        assert (ROOT / path).is_file()
        return
    assert f"def {claim}(" in (ROOT / "tests" / path).read_text(encoding="utf-8")
