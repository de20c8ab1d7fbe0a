"""Where somebody comes from: the peer, unless our own proxy says better."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from accounts import address


def test_without_a_proxy_no_header_is_believed(settings: Settings) -> None:
    settings.CLIENT_ADDRESS_HEADER = ""
    scope = {"headers": [(b"x-forwarded-for", b"1.2.3.4")], "client": ("9.9.9.9", 1)}
    assert address.of_scope(scope) == "9.9.9.9"
    assert address.of_request(RequestFactory().get("/", HTTP_X_FORWARDED_FOR="1.2.3.4")) == "127.0.0.1"


@pytest.mark.parametrize("named", ["5.6.7.8", "1.2.3.4, 5.6.7.8"])
def test_of_what_a_header_names_the_proxys_own_word_counts(settings: Settings, named: str) -> None:
    settings.CLIENT_ADDRESS_HEADER = "X-Real-IP"
    assert address.of_scope({"headers": [(b"x-real-ip", named.encode())], "client": ("9.9.9.9", 1)}) == "5.6.7.8"
    assert address.of_request(RequestFactory().get("/", HTTP_X_REAL_IP=named)) == "5.6.7.8"


def test_a_network_of_ipv6_is_one_visitor(settings: Settings) -> None:
    settings.CLIENT_ADDRESS_HEADER = ""
    homes = {address.of_scope({"headers": [], "client": (f"2001:db8::{end}", 1)}) for end in ("1", "2", "ffff")}
    assert homes == {"2001:db8::"}


@pytest.mark.parametrize(("raw", "local"), [("127.0.0.1", True), ("::1", True), ("", True), ("10.0.0.1", False)])
def test_only_this_machine_is_local(raw: str, local: bool) -> None:
    assert address.is_local(raw) is local
