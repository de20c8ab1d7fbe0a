"""The log-in of staff: guesses are counted by address and by name, and whoever knows the password gets in."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import cast

import pytest
import redis
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from mafia_site import staff_door

pytestmark = pytest.mark.django_db

HOME, CAFE = "203.0.113.9", "198.51.100.7"
REFUSED = HTTPStatus.TOO_MANY_REQUESTS


@pytest.fixture(autouse=True)
def counts(redis_url: str) -> Iterator[redis.Redis]:
    """Begin with no guess counted, and leave none to whoever logs in next."""
    User.objects.create_superuser("root", "correct horse")
    with redis.Redis.from_url(redis_url) as line:
        yield line
        line.flushdb()


def tried(name: str = "root", password: str = "wrong", *, address: str = HOME) -> HttpResponse:
    fields = {"username": name, "password": password, "next": "/admin/"}
    return cast("HttpResponse", Client(REMOTE_ADDR=address).post("/admin/login/", fields))


def answers(names: list[str], *, address: str = HOME) -> set[int]:
    return {tried(name, address=address).status_code for name in names}


def test_the_eleventh_wrong_guess_of_an_address_is_refused_and_so_is_the_right_one() -> None:
    assert answers([f"admin{number}" for number in range(10)]) == {HTTPStatus.OK}
    assert tried("admin11").status_code == REFUSED
    assert tried("root", "correct horse").status_code == REFUSED


def test_the_refusal_is_a_page_of_the_site_that_says_for_how_long() -> None:
    answers(["root"] * 10)
    refusal = tried()
    assert 0 < int(refusal["Retry-After"]) <= staff_door.WINDOW_S
    assert f"Too many tries. Wait {refusal['Retry-After']} seconds." in refusal.content.decode()
    assert "no-store" in refusal["Cache-Control"]


def test_one_address_that_guesses_without_end_shuts_nobody_out_elsewhere() -> None:
    assert answers(["root"] * 40) == {HTTPStatus.OK, REFUSED}
    assert tried(address=CAFE).status_code == HTTPStatus.OK
    assert tried("root", "correct horse", address=CAFE).status_code == HTTPStatus.FOUND


def test_a_name_is_guessed_at_so_often_from_all_addresses_together_however_it_is_written() -> None:
    spellings = ["root", "ROOT", " Root ", "ＲＯＯＴ", "rOOt"]
    for number in range(6):
        assert answers(spellings, address=f"203.0.113.{number}") == {HTTPStatus.OK}
    assert tried(address=CAFE).status_code == REFUSED
    assert tried("other", address=CAFE).status_code == HTTPStatus.OK


def test_the_right_password_counts_for_nothing_and_clears_nothing() -> None:
    answers(["root"] * 9)
    for _ in range(3):
        assert tried("root", "correct horse").status_code == HTTPStatus.FOUND
    assert [tried().status_code for _ in range(2)] == [HTTPStatus.OK, REFUSED]


def test_of_guesses_at_once_no_more_come_through() -> None:
    with ThreadPoolExecutor(8) as crowd:
        answers = Counter(each.status_code for each in crowd.map(lambda _: tried(), range(20)))
    assert answers == {HTTPStatus.OK: 10, REFUSED: 10}


def test_what_a_shut_name_refuses_is_no_wrong_guess_of_an_address() -> None:
    for number in range(3):
        assert answers(["root"] * 10, address=f"203.0.113.{number}") == {HTTPStatus.OK}
    assert answers(["root"] * 11, address=CAFE) == {REFUSED}
    assert tried("other", address=CAFE).status_code == HTTPStatus.OK


def test_every_count_ends_by_itself(counts: redis.Redis) -> None:
    tried("root", "correct horse", address=CAFE)
    assert counts.keys("*:logins:*") == []
    answers(["root", "other"])
    assert {0 < counts.ttl(key) <= staff_door.WINDOW_S for key in counts.keys("*:logins:*")} == {True}


def test_the_form_is_shown_as_often_as_somebody_asks() -> None:
    answers(["root"] * 11)
    assert Client(REMOTE_ADDR=HOME).get("/admin/login/").status_code == HTTPStatus.OK


def test_a_form_of_another_site_is_no_guess_of_this_address() -> None:
    strict = Client(enforce_csrf_checks=True, REMOTE_ADDR=HOME)
    for _ in range(11):
        assert strict.post("/admin/login/", {"username": "root", "password": "wrong"}).status_code == 403
    assert tried().status_code == HTTPStatus.OK
