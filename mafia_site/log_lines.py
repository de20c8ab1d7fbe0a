"""Writes each trouble as one line, its traceback included; it decides nothing about what is logged."""

import logging


class OneLine(logging.Formatter):
    """A formatter for machines that read by line; nor can a text with a line break in it forge a second entry."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the entry with its line breaks made visible."""
        return super().format(record).replace("\r", "").replace("\n", " ⏎ ")
