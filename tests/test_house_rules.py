"""Rules of the house that a machine can hold: sizes, migrations, settings for production, nothing left unfinished."""

import ast
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {".venv", ".git", ".data", "node_modules", "staticfiles", "vendor", "migrations", "build"}
# By `make words`, as long as there are sentences, and by `make bundle`.
WRITTEN = {ROOT / "static" / "js" / "words", ROOT / "static" / "built"}
LONGEST_FILE = {".py": 300, ".lua": 150, ".js": 150, ".css": 150, ".html": 60}
LONGEST_FUNCTION = 40
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def ours() -> Iterator[Path]:
    for folder, below, files in os.walk(ROOT):
        below[:] = [name for name in below if name not in ELSEWHERE and not name.endswith("_cache")]
        if Path(folder) not in WRITTEN:
            yield from (Path(folder, name) for name in files if Path(name).suffix in LONGEST_FILE)


def functions() -> Iterator[tuple[str, int]]:
    for path in ours():
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                yield f"{path.relative_to(ROOT)}: {node.name}", node.end_lineno - node.lineno + 1


def test_no_file_is_too_long_to_read() -> None:
    sizes = {path: len(path.read_text().splitlines()) for path in ours()}
    assert [
        f"{path.relative_to(ROOT)}: {size}" for path, size in sizes.items() if size > LONGEST_FILE[path.suffix]
    ] == []


def test_no_function_is_too_long_to_see() -> None:
    assert [f"{name}: {size}" for name, size in functions() if size > LONGEST_FUNCTION] == []


def test_nothing_is_marked_unfinished() -> None:
    others = (path for path in ours() if path != Path(__file__))
    assert [str(path.relative_to(ROOT)) for path in others if UNFINISHED.search(path.read_text())] == []


def test_each_module_says_what_it_is_for() -> None:
    silent = [path for path in ours() if path.suffix == ".py" and not opens_well(path.read_text())]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def opens_well(text: str) -> bool:
    return not text or ast.get_docstring(ast.parse(text)) is not None


@pytest.mark.django_db
def test_no_migration_is_forgotten() -> None:
    said = io.StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=said)
    except SystemExit:
        pytest.fail(said.getvalue())


def test_the_settings_of_production_are_not_weak() -> None:
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "SECRET_KEY": "a key as long and as mixed as in production 0123456789 !?+-*/ abcdef",
            "ALLOWED_HOSTS": "mafia.example",
            "ORIGINS": "https://mafia.example",
            "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
            "REDIS_URL": "redis://127.0.0.1:1/0",
        },
    )
    assert checked.returncode == 0, checked.stderr
