"""Proof of who somebody is: a signed cookie, or a token where cookies fail. It asks no database and no Redis."""

import secrets
import uuid
from collections.abc import Awaitable, Callable, Mapping
from typing import cast
from urllib.parse import quote, unquote

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from accounts import names
from accounts.bans import bans

NAME_COOKIE = "mafia_name"
YEAR = 365 * 24 * 60 * 60

# Two salts, or a token, which scripts can read, would do as the cookie, which they cannot.
_COOKIE = "accounts.identity.cookie"
_TOKEN = "accounts.identity.token"  # noqa: S105 -- the salt of tokens is no secret

Answer = HttpResponseBase | Awaitable[HttpResponseBase]


class VisitorRequest(HttpRequest):
    """A request as views see it, once IdentityMiddleware has said who makes it."""

    user_id: str


class IdentityMiddleware:
    """Gives every visitor an id, as `request.user_id`, and a newcomer the cookie that keeps it; no row is written."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Answer]) -> None:
        """Be async exactly when the rest of the chain is."""
        self._get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Answer:
        """Answer as the rest of the chain does."""
        known = user_of_cookies(request.COOKIES)
        if request.method == "POST" and known in bans.standing:
            raise PermissionDenied
        visitor = cast("VisitorRequest", request)
        visitor.user_id = known or new_user_id()
        response = self._get_response(request)
        if known:
            return response
        if isinstance(response, HttpResponseBase):
            return _introduced(response, visitor.user_id)
        return _introduced_later(response, visitor.user_id)


def new_user_id() -> str:
    """Return an id that nobody has had."""
    return str(uuid.uuid4())


def sign(user_id: str) -> str:
    """Return the token with which a client without cookies proves that it is this user."""
    return _signed(user_id, _TOKEN)


def verify(token: str) -> str | None:
    """Return whom the token proves; None when we did not make it, or more than a year ago."""
    return _proven(token, _TOKEN)


def user_of_cookies(cookies: Mapping[str, str]) -> str | None:
    """Return whom the identity cookie proves, if there is one and it is ours."""
    return _proven(cookies.get(settings.IDENTITY_COOKIE, ""), _COOKIE)


def remember(response: HttpResponseBase, user_id: str) -> None:
    """Have the browser prove this identity from now on."""
    _keep(response, settings.IDENTITY_COOKIE, _signed(user_id, _COOKIE), httponly=True)


def name_of_cookies(cookies: Mapping[str, str]) -> str | None:
    """Return the name last used in this browser; unsigned, so it is cleaned like any other input."""
    return names.clean(unquote(cookies.get(NAME_COOKIE, "")))


def remember_name(response: HttpResponseBase, name: str) -> None:
    """Have the browser offer this name the next time, to us and to its own scripts."""
    _keep(response, NAME_COOKIE, quote(name, safe=""), httponly=False)


def _introduced(response: HttpResponseBase, user_id: str) -> HttpResponseBase:
    if "public" in response.headers.get("Cache-Control", ""):
        return response  # The same for everybody: whoever only fetches that is nobody yet.
    remember(response, user_id)
    # No cache may hand one visitor's cookie to the next, who comes without one, too: some keep a 301 or a 404 unasked.
    response.headers.setdefault("Cache-Control", "private")
    patch_vary_headers(response, ["Cookie"])
    return response


async def _introduced_later(response: Awaitable[HttpResponseBase], user_id: str) -> HttpResponseBase:
    return _introduced(await response, user_id)


def _keep(response: HttpResponseBase, key: str, value: str, *, httponly: bool) -> None:
    # A cookie named __Host- is dropped by browsers unless it is Secure, for the whole site and for no other host.
    secure = settings.IDENTITY_COOKIE.startswith("__Host-")
    response.set_cookie(key, value, max_age=YEAR, path="/", secure=secure, httponly=httponly, samesite="Lax")


def _signed(user_id: str, salt: str) -> str:
    return signing.dumps([user_id, secrets.token_urlsafe(16)], salt=salt)


def _proven(value: str, salt: str) -> str | None:
    try:
        user_id, _nonce = signing.loads(value, salt=salt, max_age=YEAR)
    except (signing.BadSignature, UnicodeError):
        return None
    return str(user_id)
