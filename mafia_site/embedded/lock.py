"""Locks the kernel gives back by itself; a pid alone proves nothing and is never believed without its lock."""

import fcntl
import os
from pathlib import Path
from typing import Self


class Lock:
    """An exclusive lock on a small file, which also says a few words about its holder."""

    def __init__(self, path: Path) -> None:
        """Open the file, and lock nothing yet."""
        self.path = path
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self) -> bool:
        """Take the lock if nobody has it, for as long as this process, or a child given `fd`, lives."""
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def note(self, words: str) -> None:
        """Leave word in the file for whoever finds it locked."""
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, words.encode(), 0)

    def read(self) -> list[str]:
        """Return the words that the holder left."""
        return os.pread(self.fd, 200, 0).decode(errors="replace").split()

    def close(self) -> None:
        """Let go of our hold; a child that was given `fd` keeps its own."""
        os.close(self.fd)

    def __enter__(self) -> Self:
        """Be usable in a `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at the end of the `with`."""
        self.close()
