"""Keeps a library from repeating the same trouble every second of an outage; it hides no trouble of our own."""

import logging
from typing import Final

PAUSE_S: Final = 10.0


class OncePerOutage(logging.Filter):
    """One line when a trouble begins: what repeats without a pause is dropped, and nothing brings its traceback."""

    def __init__(self) -> None:
        """Begin in calm."""
        super().__init__()
        self._last = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this record is the first after a pause."""
        is_new = record.created - self._last > PAUSE_S
        self._last = record.created
        if record.exc_info and record.exc_info[0]:
            record.msg, record.args = f"{record.getMessage()} {record.exc_info[0].__name__}", None
            record.exc_info = None
        return is_new
