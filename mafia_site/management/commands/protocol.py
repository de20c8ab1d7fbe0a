"""Writes the documents of the socket protocol from the code, or says that they are out of date; reads no database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mafia_site.protocol import asyncapi, page


def documents() -> dict[str, str]:
    """What each file has to hold."""
    machine = json.dumps(asyncapi.document(), indent=2, sort_keys=True, ensure_ascii=False)
    return {"asyncapi.json": f"{machine}\n", "README.md": page.text()}


class Command(BaseCommand):
    """`manage.py protocol`."""

    help = "Write docs/protocol from the code; with --check, only compare."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own name, and never changed

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer to look only, and another place to write to."""
        parser.add_argument("--check", action="store_true", help="write nothing; fail where a file is out of date")
        parser.add_argument("--into", type=Path, default=settings.BASE_DIR / "docs" / "protocol")

    def handle(self, *_args: Any, check: bool, into: Path, **_options: Any) -> None:
        """Write what is out of date, or fail because of it."""
        stale = {name: text for name, text in documents().items() if _read(into / name) != text}
        if check and stale:
            complaint = f"out of date: {', '.join(sorted(stale))} (make protocol)"
            raise CommandError(complaint)
        for name, text in stale.items():
            (into / name).write_text(text, encoding="utf-8")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
