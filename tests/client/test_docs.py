"""The page for client authors says what the command can do, no less and no more."""

import re
from pathlib import Path

from tests.client import __main__ as command

PAGE = (Path(__file__).parents[2] / "docs" / "clients.md").read_text(encoding="utf-8")


def test_every_option_is_on_the_page() -> None:
    options = {name for action in command._parser()._actions for name in action.option_strings}
    assert options - {"-h", "--help"} == set(re.findall(r"^\| `(--[a-z-]+)", PAGE, re.MULTILINE))


def test_every_module_on_the_page_exists() -> None:
    named = set(re.findall(r"`(\w+\.py)`", PAGE))
    assert named <= {path.name for path in Path(__file__).parent.glob("*.py")}
