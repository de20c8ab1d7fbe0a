"""Says where the data, the sockets and the logs of the embedded servers lie; it starts nothing.

A unix socket's path has to be short, and PostgreSQL refuses to be root: both can move a part of the data
folder's content elsewhere, always to the same place for the same folder.
"""

import hashlib
import os
import pwd
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mafia_site.embedded.child import Owner, Trouble

LONGEST_SOCKET = 100
PUBLIC_STEP = 0o001
USER = "mafia"


@dataclass(frozen=True)
class Places:
    """The folders of one set of servers."""

    directory: Path
    # What PostgreSQL has to reach: the data folder itself, or a stand-in for it where `nobody` may go.
    base: Path
    sockets: Path
    owner: Owner | None

    @property
    def run(self) -> Path:
        """Locks and logs."""
        return self.directory / "run"

    @property
    def postgres_data(self) -> Path:
        """The cluster."""
        return self.base / "postgres"

    @property
    def postgres_sockets(self) -> Path:
        """The folder that holds PostgreSQL's socket."""
        return self.sockets / "pg"

    @property
    def valkey_data(self) -> Path:
        """The append-only files."""
        return self.directory / "valkey"

    @property
    def valkey_socket(self) -> Path:
        """Valkey's socket."""
        return self.sockets / "valkey.sock"

    def environ(self) -> dict[str, str]:
        """Return how the site reaches these servers."""
        return {
            "DATABASE_URL": f"postgresql://{USER}@/{USER}?host={quote(str(self.postgres_sockets))}",
            "REDIS_URL": f"unix://{self.valkey_socket}?db=0",
        }

    def make(self) -> None:
        """Create the folders, each with the narrowest permissions that work."""
        step = 0o700 if self.owner is None else 0o711
        for folder in (self.directory, self.base, self.sockets):
            _own(folder, mode=step)
        for folder in (self.run, self.valkey_data):
            _own(folder, mode=0o700)
        _own(self.postgres_sockets, mode=0o700, owner=self.owner)


def lay_out(directory: Path) -> Places:
    """Work out the folders for the servers whose data belong in this directory."""
    directory = directory.absolute()
    owner = _nobody() if os.geteuid() == 0 else None
    base = directory if owner is None or open_to_all(directory) else _stand_in(directory)
    return Places(directory, base, _sockets(base), owner)


def open_to_all(path: Path) -> bool:
    """Tell whether an account without rights can reach this path; what does not exist yet is ours to open."""
    return all(step.stat().st_mode & PUBLIC_STEP for step in (path, *path.parents) if step.exists())


def _stand_in(directory: Path) -> Path:
    """Return a folder outside, named by a mark inside: a new checkout in an old one's place begins anew."""
    mark = directory / "mark"
    if not mark.exists():
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark.write_text(secrets.token_hex(8))
    return Path("/var/tmp") / f"mafia-{mark.read_text()}"  # noqa: S108 - made and checked in _own


def _sockets(base: Path) -> Path:
    mark = hashlib.sha256(os.fsencode(base)).hexdigest()[:12]
    temporary = Path(tempfile.gettempdir()).resolve() / f"mafia-{os.geteuid()}-{mark}"
    for folder in (base, temporary, Path("/tmp") / temporary.name):  # noqa: S108 - made and checked in _own
        fits = len(os.fsencode(folder / "pg" / ".s.PGSQL.5432")) < LONGEST_SOCKET
        if fits and (os.geteuid() != 0 or open_to_all(folder)):
            return folder
    message = "No folder with a path short enough for a socket: set TMPDIR to one."
    raise Trouble(message)


def _own(folder: Path, *, mode: int, owner: Owner | None = None) -> None:
    uid = os.geteuid() if owner is None else owner.uid
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    if owner is not None:
        os.chown(folder, owner.uid, owner.gid)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid != uid:
        message = f"{folder} belongs to someone else: remove it, or set TMPDIR to a folder of your own."
        raise Trouble(message)
    folder.chmod(mode)


def _nobody() -> Owner:
    try:
        account = pwd.getpwnam("nobody")
    except KeyError:
        message = "PostgreSQL refuses to run as root and there is no account `nobody`: run this as another user."
        raise Trouble(message) from None
    return Owner(account.pw_uid, account.pw_gid)
