"""Reads a DATABASE_URL into Django's settings of one database; it opens no connection."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# An outage is left within `reconnect_timeout`: by default the pool would pause for minutes between its attempts.
POOL = {"min_size": 0, "max_size": 16, "timeout": 2, "max_idle": 300, "reconnect_timeout": 5}


def database(url: str) -> dict[str, Any]:
    """Return what DATABASES wants of `postgresql://user:pw@host:5432/name?host=/socket/folder`."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        message = f"DATABASE_URL has to begin with postgresql://, not {parts.scheme}://"
        raise ValueError(message)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": options.pop("port", parts.port or ""),
        # A thread of an ASGI server has no connection of its own to keep: the pool lends it one.
        "CONN_MAX_AGE": 0,
        # A connection that did not outlive a restart of PostgreSQL is replaced before a page meets it.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 2, "pool": dict(POOL), **options},
    }
