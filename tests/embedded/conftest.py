"""Folders for servers of a test's own: short, and open to the account that PostgreSQL runs under."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import settings


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(dir=settings.FOLDER))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path)
