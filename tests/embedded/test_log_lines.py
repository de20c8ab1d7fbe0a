"""A trouble is a line."""

import logging

from mafia_site.log_lines import OneLine


def entry(message: str, error: Exception | None = None) -> str:
    info = (type(error), error, None) if error else None
    return OneLine().format(logging.LogRecord("x", logging.ERROR, "f", 1, message, (), info))


def test_an_error_stays_on_its_line() -> None:
    assert entry("it broke", ValueError("bad")) == "it broke ⏎ ValueError: bad"


def test_a_text_cannot_forge_a_second_entry() -> None:
    assert entry("name\r\nERROR forged") == "name ⏎ ERROR forged"
