"""What a visitor is told when a page breaks: nothing of the cause, but a number by which the log has it."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string


def told(request: HttpRequest) -> HttpResponse:
    """Answer in place of the page that broke; Django writes its line about this request after that."""
    number = secrets.token_hex(4)
    request.META["mafia.trouble"] = number
    return HttpResponseServerError(render_to_string("500.html", {"trouble": number}))


class Numbered(logging.Filter):
    """Puts the number that the visitor was told into the line about the trouble."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Pass every line."""
        request = getattr(record, "request", None)
        number = request.META.get("mafia.trouble") if isinstance(request, HttpRequest) else None
        if number:
            record.msg = f"[{number}] {record.msg}"
        return True
