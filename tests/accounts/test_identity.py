"""The identity cookie and the token: who holds one is who they say, and nobody else is."""

from uuid import UUID

import pytest
from asgiref.sync import iscoroutinefunction
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.test import AsyncRequestFactory, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from accounts import identity

ANN = "00000000-0000-4000-8000-00000000000a"
BOB = "00000000-0000-4000-8000-00000000000b"


def greet(request: HttpRequest) -> HttpResponse:
    return HttpResponse(vars(request)["user_id"])


async def greet_async(request: HttpRequest) -> HttpResponse:
    return greet(request)


def visit(cookies: dict[str, str]) -> HttpResponse:
    request = RequestFactory().get("/")
    request.COOKIES.update(cookies)
    response = identity.IdentityMiddleware(greet)(request)
    assert isinstance(response, HttpResponse)
    return response


def cookies_of(response: HttpResponse) -> dict[str, str]:
    return {key: morsel.value for key, morsel in response.cookies.items()}


def cookies_for(user_id: str) -> dict[str, str]:
    response = HttpResponse()
    identity.remember(response, user_id)
    return cookies_of(response)


def test_a_newcomer_gets_an_id_and_the_cookie_that_proves_it() -> None:
    response = visit({})
    user_id = response.content.decode()
    assert UUID(user_id).version == 4
    assert identity.user_of_cookies(cookies_of(response)) == user_id
    assert response["Vary"] == "Cookie"


def test_no_cache_in_between_keeps_an_answer_with_somebody_s_cookie() -> None:
    assert visit({})["Cache-Control"] == "private"


def test_who_comes_back_keeps_the_id_and_is_sent_no_cookie() -> None:
    response = visit(cookies_for(ANN))
    assert response.content.decode() == ANN
    assert not response.cookies


@pytest.mark.parametrize("value", ["", ANN, "chosen", "a:b:c", "\u00fc:\u00fc:\u00fc", "\ud800:\ud800:\ud800"])
def test_a_chosen_cookie_is_replaced(value: str, settings: Settings) -> None:
    response = visit({settings.IDENTITY_COOKIE: value})
    assert response.content.decode() != ANN
    assert identity.user_of_cookies(cookies_of(response)) == response.content.decode()


def test_a_forged_id_in_a_true_cookie_proves_nothing(settings: Settings) -> None:
    payload, rest = cookies_for(BOB)[settings.IDENTITY_COOKIE].split(":", 1)
    forged = signing.b64_encode(f'["{ANN}","x"]'.encode()).decode()
    assert identity.user_of_cookies({settings.IDENTITY_COOKIE: f"{payload}:{rest}"}) == BOB
    assert identity.user_of_cookies({settings.IDENTITY_COOKIE: f"{forged}:{rest}"}) is None


def test_a_token_proves_who_signed_in() -> None:
    assert identity.verify(identity.sign(ANN)) == ANN


def test_a_token_is_no_cookie_and_a_cookie_no_token(settings: Settings) -> None:
    assert identity.user_of_cookies({settings.IDENTITY_COOKIE: identity.sign(ANN)}) is None
    assert identity.verify(cookies_for(ANN)[settings.IDENTITY_COOKIE]) is None


def test_two_proofs_of_one_id_differ() -> None:
    assert identity.sign(ANN) != identity.sign(ANN)
    assert cookies_for(ANN) != cookies_for(ANN)


def test_a_proof_ends_with_its_secret_and_survives_a_rotation(settings: Settings) -> None:
    token, settings.SECRET_KEY_FALLBACKS = identity.sign(ANN), [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert identity.verify(token) == ANN
    settings.SECRET_KEY_FALLBACKS = []
    assert identity.verify(token) is None


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_breaks_the_verification(text: str) -> None:
    assert identity.verify(text) is None


def test_the_cookie_is_for_the_server_alone(settings: Settings) -> None:
    settings.IDENTITY_COOKIE = "__Host-mafia"
    morsel = visit({}).cookies["__Host-mafia"]
    assert morsel["httponly"]
    assert morsel["secure"]
    assert (morsel["samesite"], morsel["path"], morsel["domain"]) == ("Lax", "/", "")
    assert morsel["max-age"] == 365 * 24 * 3600


def test_while_developing_the_cookie_works_over_plain_http(settings: Settings) -> None:
    settings.IDENTITY_COOKIE = "mafia"
    assert not visit({}).cookies["mafia"]["secure"]


async def test_an_async_chain_stays_async() -> None:
    middleware = identity.IdentityMiddleware(greet_async)
    assert iscoroutinefunction(middleware)
    answer = middleware(AsyncRequestFactory().get("/"))
    assert not isinstance(answer, HttpResponse)
    response = await answer
    assert isinstance(response, HttpResponse)
    assert identity.user_of_cookies(cookies_of(response)) == response.content.decode()


@pytest.mark.parametrize("name", ["Ann", "Zoë 🐺", 'a;b, "c"=%20'])
def test_the_last_name_is_offered_again_and_scripts_may_read_it(name: str) -> None:
    response = HttpResponse()
    identity.remember_name(response, name)
    assert identity.name_of_cookies(cookies_of(response)) == name
    assert not response.cookies[identity.NAME_COOKIE]["httponly"]


@pytest.mark.parametrize("value", ["", "%00", "%ff", "x" * 21, "%E2%80%AE"])
def test_a_spoilt_name_is_not_offered(value: str) -> None:
    offered = identity.name_of_cookies({identity.NAME_COOKIE: value})
    assert offered is None or offered == "\ufffd"
