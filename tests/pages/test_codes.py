"""How a page spells the code of a room: in two halves, and everywhere in the same way."""

import re

import pytest

from lobby.codes import spelled
from tools.words.sources import ROOT

_SCRIPTS = ROOT / "static" / "js"


@pytest.mark.parametrize(
    ("code", "shown"), [("K7M2QF", "K7M-2QF"), ("nowhere-at-all", "now-her")], ids=["code", "whatever"]
)
def test_a_code_is_spelled_in_two_halves_and_nothing_else_is_longer(code: str, shown: str) -> None:
    assert spelled(code) == shown


def test_no_template_takes_a_code_apart_by_itself() -> None:
    pages = (ROOT / "templates").rglob("*.html")
    assert [page.name for page in pages if re.search(r"\|\s*slice\b", page.read_text())] == []


def test_scripts_spell_it_in_one_place_but_for_two_that_are_loaded_alone() -> None:
    spelling = {path.relative_to(_SCRIPTS).as_posix() for path in _SCRIPTS.rglob("*.js") if spells(path.read_text())}
    assert spelling == {"room/streamer.js", "landing.js", "offline.js"}


def spells(script: str) -> bool:
    return re.search(r"\.slice\(0, 3\)\}-\$\{", script) is not None
