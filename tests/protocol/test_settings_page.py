"""docs/settings.md names every variable that the code reads, and each setting of a room with default and bounds."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import to_builtins

from game.engine.settings import PRESETS, Settings
from mafia_site.protocol.schemas import schemas
from mafia_site.protocol.tables import kind

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
OF_THE_SITE, OF_A_ROOM = PAGE.split("\n## ")[1:]
READERS = {"get", "_required", "_listed"}
# Set by our own programs, or by every shell.
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "PATH"}


def rows(text: str) -> dict[str, list[str]]:
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in re.findall(r"^\| `.*", text, re.MULTILINE)
    ]
    return {first.strip("`"): rest for first, *rest in cells}


def variables() -> Iterator[str]:
    """The names that the code asks the environment for."""
    for path in (ROOT / "mafia_site").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=reader), args=[ast.Constant(value=str(name)), *_]) if reader in READERS:
                    yield name
                case ast.Call(
                    func=ast.Attribute(value=ast.Attribute(attr="environ"), attr="get"),
                    args=[ast.Constant(value=str(name)), *_],
                ):
                    yield name
                case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(value=str(name))):
                    yield name


def test_every_variable_that_is_read_is_told_of_and_no_other() -> None:
    assert rows(OF_THE_SITE).keys() == set(variables()) - NOT_OURS


def test_the_deployment_sets_only_what_is_told_of() -> None:
    compose = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
    block = compose.partition("environment: &environment")[2].partition("read_only")[0]
    assert set(re.findall(r"^    (\w+):", block, re.MULTILINE)) <= rows(OF_THE_SITE).keys()
    assert {f"`{name}`" for name in re.findall(r"\$\{(\w+)", compose)} <= set(re.findall(r"`\w+`", OF_THE_SITE))


def test_every_setting_of_a_room_is_told_of_as_it_is() -> None:
    shapes = schemas()
    told = {name: cells[:2] for name, cells in rows(OF_A_ROOM).items() if name not in PRESETS}
    assert told == {
        name: [f"`{json.dumps(to_builtins(Settings())[name])}`", kind(field, shapes)]
        for name, field in shapes["Settings"]["properties"].items()
    }


def test_every_preset_is_told_of_as_it_is() -> None:
    told = {name: list(map(int, cells)) for name, cells in rows(OF_A_ROOM).items() if name in PRESETS}
    assert told == {name: list(times.values()) for name, times in PRESETS.items()}
