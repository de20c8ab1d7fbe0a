"""`make run`: brings up the servers, the tables and the site on one machine; production does not come through here."""

import argparse
import os
import secrets
import sys
from pathlib import Path

from mafia_site import preflight
from mafia_site.embedded import address as addresses
from mafia_site.embedded.address import Address
from mafia_site.embedded.child import Recipe, Trouble
from mafia_site.embedded.places import lay_out
from mafia_site.embedded.supervisor import Bell, household, say

ROOT = Path(__file__).resolve().parents[2]
OURS = ("DATABASE_URL", "REDIS_URL")


def main() -> int:
    """Run what the command line asks for; a trouble is told in a sentence."""
    parser = argparse.ArgumentParser(prog="python -m mafia_site.embedded", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", type=Path, default=ROOT / ".data", help="where games, tables and the key are kept")
    parser.add_argument("--reload", action="store_true", help="start the site anew when a file changes")
    asked = parser.parse_args()
    try:
        return _with_theirs(asked) if _are_given() else _with_ours(asked)
    except Trouble as trouble:
        say(str(trouble))
        return 1


def _are_given() -> bool:
    given = [name for name in OURS if os.environ.get(name)]
    if len(given) == 1:
        message = f"Only {given[0]} is set: set both {' and '.join(OURS)}, or neither."
        raise Trouble(message)
    return bool(given)


def _with_ours(asked: argparse.Namespace) -> int:
    bell = Bell()
    places = lay_out(asked.data)
    with household(places, where=f"http://{asked.host}:{asked.port}") as home:
        here = addresses.free(asked.host, asked.port)
        if places.base != places.directory:
            say(
                f"PostgreSQL's data is in {places.base}: it refuses to be root, and nobody else may enter {asked.data}."
            )
        home.open()
        environ = _environ(here, asked) | places.environ()
        web = Recipe(
            name="The web process",
            argv=_runserver(here, reload=asked.reload),
            lock=places.run / "web.lock",
            environ=environ,
            whole_group=True,
            is_up=lambda _pid: addresses.answers(here),
        )
        return home.serve(web, bell, lambda: _greet(here))


def _with_theirs(asked: argparse.Namespace) -> int:
    here = addresses.free(asked.host, asked.port)
    for finding in preflight.look(os.environ["REDIS_URL"]):
        if finding.forbids_start:
            raise Trouble(finding.says)
        say(finding.says)
    environ = _environ(here, asked)
    _greet(here)
    command = _runserver(here, reload=asked.reload)
    os.execve(command[0], command, environ)  # noqa: S606 - the arguments are ours


def _environ(here: Address, asked: argparse.Namespace) -> dict[str, str]:
    """Return the site's settings for a machine of one's own; what is set already stays."""
    defaults = {
        "LOCAL": "1",
        "DEBUG": str(int(asked.reload)),
        "ALLOWED_HOSTS": ",".join(here.names),
        "ORIGINS": ",".join(here.urls),
        "PORT": str(here.port),
    }
    if "SECRET_KEY" not in os.environ:
        defaults["SECRET_KEY"] = _secret(asked.data / "secret_key")
    return defaults | os.environ | {"PORT": str(here.port), "PYTHONUNBUFFERED": "1"}


def _secret(path: Path) -> str:
    """Return this folder's own key: a new one at each start would make every guest a stranger."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        half = path.with_suffix(f".{os.getpid()}")
        half.touch(mode=0o600)
        half.write_text(secrets.token_urlsafe(50))
        half.rename(path)
    return path.read_text()


def _runserver(here: Address, *, reload: bool) -> list[str]:
    host = f"[{here.host}]" if ":" in here.host else here.host
    manner = ["--migrate", "--verbosity=0", *([] if reload else ["--noreload"])]
    return [sys.executable, str(ROOT / "manage.py"), "runserver", *manner, f"{host}:{here.port}"]


def _greet(here: Address) -> None:
    say(f"the game is at {'  '.join(here.urls)}")
    say("alone? tap Practice now. Each private window is another guest, and robots come over sockets like them:")
    say(f"    .venv/bin/python -m tests.client --url {here.urls[0]} --room CODE --players 5")
    say("Ctrl-C stops it; games and data are kept in .data/")


if __name__ == "__main__":
    sys.exit(main())
