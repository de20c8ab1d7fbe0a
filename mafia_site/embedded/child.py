"""One process of ours: started, watched, stopped, and found again after its parent was killed; never restarted here."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mafia_site.embedded.lock import Lock

TICK = 0.02
# What was killed outright is gone at once, but for a disk that hangs.
KILLED = 5.0


class Trouble(Exception):  # noqa: N818 - the word that the whole project has for it
    """What the supervisor cannot mend, in a sentence for the person who started it."""


@dataclass(frozen=True)
class Owner:
    """The account a child runs under, where that is not our own."""

    uid: int
    gid: int


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How to start a process, how to tell that it is up, and how to end it politely."""

    name: str
    argv: Sequence[str]
    lock: Path
    log: Path | None = None
    environ: Mapping[str, str] | None = None
    owner: Owner | None = None
    farewell: signal.Signals = signal.SIGTERM
    patience: float = 20
    # The site may have children of its own (the autoreloader's); a server ends its own in order.
    whole_group: bool = False
    is_up: Callable[[int], bool] = lambda _pid: True


class Child:
    """A running process; the lock that it inherits says, whatever else dies, whether it is still alive."""

    def __init__(self, recipe: Recipe) -> None:
        """Start the process; whoever held its lock before has to be gone."""
        self.recipe = recipe
        with Lock(recipe.lock) as lock, _opened(recipe.log) as log:
            if not lock.take():
                message = f"{recipe.name} of an earlier run is still there: {recipe.lock} is locked."
                raise Trouble(message)
            self.process = _spawn(recipe, lock=lock, log=log)
            lock.note(str(self.process.pid))

    def wait_up(self, patience: float = 30) -> None:
        """Return when the process answers; raise with its last words when it ends, or takes too long."""
        for _ in _ticks(patience):
            if self.recipe.is_up(self.process.pid):
                return
            if self.process.poll() is not None:
                message = f"{self.recipe.name} ended at its start. {_last_words(self.recipe.log)}"
                raise Trouble(message)
        message = f"{self.recipe.name} did not come up within {patience:.0f} s. {_last_words(self.recipe.log)}"
        raise Trouble(message)

    def has_ended(self) -> bool:
        """Tell whether the process is gone."""
        return self.process.poll() is not None

    def stop(self) -> None:
        """End the process: politely first, then not."""
        if self.has_ended():
            return
        _send(self.recipe, self.process.pid, self.recipe.farewell)
        try:
            self.process.wait(self.recipe.patience)
        except subprocess.TimeoutExpired:
            _send(self.recipe, self.process.pid, signal.SIGKILL)
            self.process.wait()


def stop_orphan(recipe: Recipe) -> bool:
    """End what a killed supervisor left behind, if anything; True when there was something."""
    with Lock(recipe.lock) as lock:
        if lock.take():
            return False
        for farewell, patience in ((recipe.farewell, recipe.patience), (signal.SIGKILL, KILLED)):
            for pid in filter(_leads, map(int, filter(str.isdigit, lock.read()))):
                _send(recipe, pid, farewell)
            if any(lock.take() for _ in _ticks(patience)):
                return True
    message = f"{recipe.name} of an earlier run does not end; its process id should be in {recipe.lock}."
    raise Trouble(message)


def run(argv: Sequence[str], *, owner: Owner | None, text: str = "") -> None:
    """Run a short command to its end; raise with what it said when it fails."""
    done = subprocess.run(
        argv,
        input=text,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=_plain(),
        user=owner.uid if owner else None,
        group=owner.gid if owner else None,
        extra_groups=[] if owner else None,
    )
    if done.returncode:
        message = f"{Path(argv[0]).name} failed: {(done.stderr or done.stdout).strip()}"
        raise Trouble(message)


def _spawn(recipe: Recipe, *, lock: Lock, log: int) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            recipe.argv,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=_plain() if recipe.environ is None else recipe.environ,
            pass_fds=[lock.fd],
            # A Ctrl-C in the terminal reaches the supervisor alone, which then ends us in order.
            start_new_session=True,
            user=recipe.owner.uid if recipe.owner else None,
            group=recipe.owner.gid if recipe.owner else None,
            extra_groups=[] if recipe.owner else None,
        )
    except OSError as error:
        message = f"{recipe.name} cannot be started: {error}"
        raise Trouble(message) from error


def _plain() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _leads(pid: int) -> bool:
    """Tell whether it led a session of its own, as ours do; a stranger who got the same number most likely does not."""
    with contextlib.suppress(ProcessLookupError):
        return os.getsid(pid) == pid
    return False


def _send(recipe: Recipe, pid: int, farewell: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        (os.killpg if recipe.whole_group else os.kill)(pid, farewell)


def _ticks(patience: float) -> Iterator[None]:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        yield
        time.sleep(TICK)


@contextlib.contextmanager
def _opened(log: Path | None) -> Iterator[int]:
    if log is None:
        yield sys.stderr.fileno()
        return
    with log.open("ab") as file:
        yield file.fileno()


def _last_words(log: Path | None, lines: int = 5) -> str:
    if log is None or not log.exists():
        return ""
    return "Its last words:\n" + "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
