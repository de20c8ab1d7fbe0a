"""Where the site listens, and the names that a browser may call it by."""

import socket

import pytest

from mafia_site.embedded.address import Address, answers, free
from mafia_site.embedded.child import Trouble


def test_port_0_is_any_free_one() -> None:
    assert free("127.0.0.1", 0).port > 0


def test_a_taken_port_suggests_the_next() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Trouble, match=f"PORT={port + 1}"):
            free("127.0.0.1", port)
        assert answers(Address("127.0.0.1", port))


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("192.0.2.77", 0), ("no such host", 0)])
def test_what_is_no_address_of_ours_is_told(host: str, port: int) -> None:
    with pytest.raises(Trouble, match="Cannot listen"):
        free(host, port)


def test_nothing_answers_where_nothing_listens() -> None:
    assert not answers(free("127.0.0.1", 0))


def test_a_loopback_address_has_its_common_name() -> None:
    assert Address("127.0.0.1", 8000).urls == ["http://127.0.0.1:8000", "http://localhost:8000"]
    assert Address("::1", 8000).urls[0] == "http://[::1]:8000"


def test_all_addresses_go_by_every_name_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mafia_site.embedded.address.AWAY", ("127.0.0.1", 9))
    assert Address("0.0.0.0", 8000).names == ["127.0.0.1", "localhost"]  # noqa: S104 - nothing is bound
