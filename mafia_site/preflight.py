"""Looks over a Redis before the site trusts its games to it; it changes nothing there."""

import os
import sys
import time
from typing import NamedTuple

import redis

PATIENCE = 30.0


class Finding(NamedTuple):
    """What is wrong, in a sentence, and how wrong."""

    says: str
    # An evicting Redis breaks running games; one without a log breaks them only when it dies.
    forbids_start: bool
    may_pass: bool = False


def look(url: str) -> list[Finding]:
    """Return what is wrong with the Redis at this address."""
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2) as client:
            memory, persistence = client.info("memory"), client.info("persistence")
    except (redis.RedisError, OSError) as error:
        return [Finding(f"The Redis of REDIS_URL does not answer: {error}", forbids_start=True, may_pass=True)]
    return [*_policy(memory.get("maxmemory_policy")), *_lasting(persistence.get("aof_enabled"))]


def wait(url: str, patience: float) -> list[Finding]:
    """Look until the server answers or patience is over: at a deploy both may start together."""
    until = time.monotonic() + patience
    found = look(url)
    while any(finding.may_pass for finding in found) and time.monotonic() < until:
        time.sleep(0.5)
        found = look(url)
    return found


def main() -> int:
    """Say what is wrong with the Redis of the environment; 1 when the site must not start on it."""
    found = wait(os.environ["REDIS_URL"], PATIENCE)
    for finding in found:
        print(f"mafia: {finding.says}", file=sys.stderr, flush=True)  # noqa: T201 - a command-line program
    return int(any(finding.forbids_start for finding in found))


def _policy(policy: str | None) -> list[Finding]:
    if policy in {None, "noeviction"}:
        return []
    says = f"The Redis of REDIS_URL has maxmemory-policy {policy} and throws running games away: set noeviction."
    return [Finding(says, forbids_start=True)]


def _lasting(appendonly: int | None) -> list[Finding]:
    if appendonly:
        return []
    return [Finding("The Redis of REDIS_URL keeps no append-only file: games die with it.", forbids_start=False)]


if __name__ == "__main__":
    sys.exit(main())
