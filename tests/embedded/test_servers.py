"""The embedded servers: what they keep, what they refuse, and what a killed parent leaves behind."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
import redis

from mafia_site import embedded
from mafia_site.embedded import places, postgres, valkey
from mafia_site.embedded.child import Child, Recipe, Trouble, stop_orphan
from mafia_site.embedded.lock import Lock

FORSAKEN = """
import sys, time
from pathlib import Path
from mafia_site import embedded
with embedded.servers(Path(sys.argv[1]), durable=True) as environ:
    print("up", flush=True)
    time.sleep(60)
"""


def remember(environ: dict[str, str], word: str) -> None:
    with psycopg.connect(environ["DATABASE_URL"]) as database:
        database.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        database.execute("INSERT INTO kept VALUES (%s)", [word])
    with redis.Redis.from_url(environ["REDIS_URL"]) as live:
        live.rpush("kept", word)


def remembered(environ: dict[str, str]) -> list[list[str]]:
    with psycopg.connect(environ["DATABASE_URL"]) as database:
        rows = [str(word) for (word,) in database.execute("SELECT word FROM kept")]
    with redis.Redis.from_url(environ["REDIS_URL"], decode_responses=True) as live:
        return [rows, live.lrange("kept", 0, -1)]


def test_data_outlives_a_stop(folder: Path) -> None:
    with embedded.servers(folder) as environ:
        remember(environ, "a")
    with embedded.servers(folder) as environ:
        assert remembered(environ) == [["a"], ["a"]]


def test_data_outlives_a_killed_parent_whose_servers_live_on(folder: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", FORSAKEN, str(folder)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "up\n"
    remember(embedded.lay_out(folder).environ(), "a")
    parent.kill()
    parent.communicate()
    with redis.Redis.from_url(embedded.lay_out(folder).environ()["REDIS_URL"]) as orphan:
        assert orphan.ping()
    with embedded.servers(folder) as environ:
        assert remembered(environ) == [["a"], ["a"]]


def test_what_valkey_acknowledged_outlives_its_own_death(folder: Path) -> None:
    laid = embedded.lay_out(folder)
    laid.make()
    for round_ in range(2):
        server = Child(valkey.recipe(laid, durable=True))
        server.wait_up()
        with redis.Redis.from_url(laid.environ()["REDIS_URL"]) as live:
            assert live.get("n") == (None if round_ == 0 else b"200")
            for number in range(201):
                live.set("n", number)
        server.process.kill()
        server.process.wait()


def test_a_folder_of_another_name_has_other_servers(folder: Path) -> None:
    with embedded.servers(folder / "a", durable=False) as one, embedded.servers(folder / "b", durable=False) as other:
        assert one != other


def test_only_the_owner_may_enter_the_sockets(folder: Path) -> None:
    with embedded.servers(folder, durable=False):
        laid = embedded.lay_out(folder)
        assert stat.S_IMODE(laid.postgres_sockets.stat().st_mode) == 0o700
        assert stat.S_IMODE(laid.valkey_socket.stat().st_mode) == 0o700


def test_a_full_valkey_refuses_instead_of_forgetting(folder: Path) -> None:
    with (
        embedded.servers(folder, durable=False) as environ,
        redis.Redis.from_url(environ["REDIS_URL"]) as live,
    ):
        assert live.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}


def test_a_long_path_moves_the_sockets_and_not_the_data(folder: Path) -> None:
    deep = folder / ("d" * 60) / ("e" * 60)
    laid = embedded.lay_out(deep)
    assert laid.valkey_data.is_relative_to(deep)
    assert len(str(laid.postgres_sockets / ".s.PGSQL.5432")) < places.LONGEST_SOCKET
    assert laid == embedded.lay_out(deep)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to make room for nobody")
def test_where_nobody_may_enter_the_tables_stand_outside(folder: Path) -> None:
    folder.chmod(0o700)
    closed = folder / "data"
    laid = embedded.lay_out(closed)
    assert not laid.base.is_relative_to(folder)
    assert laid == embedded.lay_out(closed)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_of_somebody_else_is_refused(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "link").symlink_to(folder / "mine")
    with pytest.raises(Trouble, match="belongs to someone else"):
        places._own(folder / "link", mode=0o700)


def test_a_server_that_fails_tells_its_last_words(folder: Path) -> None:
    log = folder / "log"
    child = Child(Recipe(name="It", argv=["sh", "-c", "echo alas; exit 3"], lock=folder / "lock", log=log, is_up=never))
    with pytest.raises(Trouble, match="alas"):
        child.wait_up()


def test_a_stranger_with_an_old_number_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mafia_site.embedded.child.KILLED", 0.2)
    stranger = subprocess.Popen(["sleep", "30"])
    recipe = Recipe(name="It", argv=["sleep", "30"], lock=folder / "lock", patience=0.2)
    child = Child(recipe)
    try:
        with Lock(recipe.lock) as lock:
            lock.note(str(stranger.pid))
        with pytest.raises(Trouble, match="does not end"):
            stop_orphan(recipe)
        assert stranger.poll() is None
    finally:
        child.stop()
        stranger.kill()
        stranger.wait()


def test_a_child_that_ignores_us_is_killed(folder: Path) -> None:
    deaf = ["sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"]
    child = Child(Recipe(name="It", argv=deaf, lock=folder / "lock", patience=0.2, whole_group=True))
    time.sleep(0.1)
    child.stop()
    assert child.process.returncode == -signal.SIGKILL


def test_half_a_cluster_is_made_anew(folder: Path) -> None:
    laid = embedded.lay_out(folder)
    laid.make()
    (laid.base / "postgres.new-1" / "base").mkdir(parents=True)
    postgres.make_cluster(laid, durable=False)
    assert not list(laid.base.glob("postgres.new-*"))
    assert (laid.postgres_data / "PG_VERSION").read_text() == "18\n"


def never(_pid: int) -> bool:
    return False
