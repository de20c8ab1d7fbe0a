"""DATABASE_URL, read."""

import pytest

from mafia_site.database_url import database


def test_a_server_elsewhere() -> None:
    found = database("postgresql://ann:p%40ss@db.example:6432/games?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("ann", "p@ss", "db.example", 6432)
    assert found["NAME"] == "games"
    assert found["OPTIONS"]["sslmode"] == "require"


def test_a_socket_here() -> None:
    found = database("postgresql://mafia@/mafia?host=/run/a%20place")
    assert (found["HOST"], found["PORT"]) == ("/run/a place", "")


def test_the_pool_lends_and_no_thread_keeps() -> None:
    found = database("postgresql:///games")
    assert found["CONN_MAX_AGE"] == 0
    assert found["OPTIONS"]["pool"]["timeout"] <= 2


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="postgresql://"):
        database("sqlite:///games")
