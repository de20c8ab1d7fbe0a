"""The site's settings for the tests: says where the embedded servers will be, and starts nothing."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from mafia_site import embedded
from mafia_site.embedded.lock import Lock

# A folder of this run alone, so that two runs of the suite do not meet; PostgreSQL's account has to pass through it.
FOLDER = Path(tempfile.mkdtemp(prefix="mafia-test-"))
FOLDER.chmod(0o711)
# Held while this process lives: who finds the lock free may clear the folder away.
LOCK = Lock(FOLDER / "lock")
LOCK.take()
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

PLACES = embedded.lay_out(FOLDER / "data")
# Whoever spreads the suite over workers hands them its own environment; each of them has servers of its own.
GIVEN = "REDIS_URL" in os.environ and os.environ.get("DATABASE_URL") not in (None, os.environ.get("OUR_SERVERS"))
if not GIVEN:
    os.environ.update(PLACES.environ(), OUR_SERVERS=PLACES.environ()["DATABASE_URL"])
os.environ.setdefault("SECRET_KEY", "only for the tests, and the same in each of them")
os.environ["DEBUG"] = "1"

from mafia_site.settings import *  # noqa: E402, F403 - they read what is set above

DEBUG = False
STATIC_ROOT = FOLDER / "static"
STATIC_ROOT.mkdir()
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
