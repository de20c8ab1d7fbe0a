#!/usr/bin/env python
"""The door to Django's commands; it decides nothing but which settings they read."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

CALCULATING = {"simulate", "arrivals"}
"""The commands that need neither a secret nor a server, so that they run in a fresh clone."""

if __name__ == "__main__":
    settings = "bare" if CALCULATING.intersection(sys.argv[1:2]) else "settings"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"mafia_site.{settings}")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as trouble:
        sys.exit(f"mafia: {trouble}")
    except KeyboardInterrupt:
        sys.exit("")
