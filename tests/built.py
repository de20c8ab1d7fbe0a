"""Whether the scripts that browsers get are what their sources make: told without Node, by tools/bundle.mjs' digest."""

import hashlib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGES: Final = ("room", "screen", "replay")
STALE: Final = "static/built is older than static/js: make bundle"


def digest() -> str:
    """All that the scripts are made of, as tools/bundle.mjs counts it: SHA-256 in hexadecimal."""
    static = ROOT / "static"
    folders = [*(static / "js" / page for page in PAGES), static / "vendor" / "lit-html"]
    scripts = sorted((path for folder in folders for path in folder.rglob("*.js")), key=Path.as_posix)
    makers = (ROOT / "package.json", ROOT / "tools" / "bundle.mjs")
    return hashlib.sha256(b"".join(path.read_bytes() for path in (*makers, *scripts))).hexdigest()


def is_fresh() -> bool:
    """Tell whether all files in static/built name these sources."""
    firsts = {(ROOT / "static" / "built" / f"{page}.js").read_text().split("\n", 1)[0] for page in PAGES}
    return firsts == {f'// Made of static/js by "make bundle"; sources {digest()}'}
