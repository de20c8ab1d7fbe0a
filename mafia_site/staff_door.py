"""The door of the admin: Django's own log-in behind a count of tries, by address and by name; it reads no password."""

import unicodedata
from hashlib import sha256
from http import HTTPStatus
from typing import Final

from asgiref.sync import sync_to_async
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts import address
from game import house as houses
from game import keys
from lobby.doors import too_many_tries

WINDOW_S: Final = 15 * 60
WRONG_OF_AN_ADDRESS: Final = 10
WRONG_AT_A_NAME: Final = 30
"""Wrong passwords in a window. One address alone never uses up a name: whose it is still gets in from elsewhere."""


@sensitive_post_parameters()
@never_cache
async def login(request: HttpRequest) -> HttpResponse:
    """Show the form, and let in whom Django knows, unless too many tries of late were wrong."""
    if request.method != "POST":
        return await _shown(request)
    budgets = _budgets(request)
    if spent := await _spend(budgets):
        return await _refused(request, spent)
    response = await _shown(request)
    if response.status_code == HTTPStatus.FOUND:
        await _refund(*budgets)
    return response


@sync_to_async
def _shown(request: HttpRequest) -> HttpResponse:
    return admin.site.login(request)


def _budgets(request: HttpRequest) -> dict[str, int]:
    """What this try is counted by, and how many each may get wrong."""
    return {
        keys.logins(address.of_request(request)): WRONG_OF_AN_ADDRESS,
        keys.logins(_hash(str(request.POST.get("username", "")))): WRONG_AT_A_NAME,
    }


def _hash(name: str) -> str:
    """The same for all ways to write a name that PostgreSQL takes for one."""
    return sha256(unicodedata.normalize("NFKC", name).upper().strip().encode(errors="replace")).hexdigest()


async def _spend(budgets: dict[str, int]) -> str | None:
    """Count a try before it is made, or many at once would all come through; returns what is used up, if anything.

    The address comes first: what it may not try is no try at the name. At a name that is shut no password is read, so
    it is no wrong one of the address.
    """
    asked: list[str] = []
    for key, bound in budgets.items():
        if int(await houses.current().live.call("spend", (key,), (WINDOW_S,))) > bound:
            await _refund(*asked)
            return key
        asked.append(key)
    return None


async def _refund(*keys: str) -> None:
    """Take back this one try; the wrong ones before it stay counted."""
    for key in keys:
        await houses.current().live.call("refund", (key,))


async def _refused(request: HttpRequest, spent: str) -> HttpResponse:
    wait_s = max(1, int(await houses.current().live.redis.ttl(spent)))
    response = render(request, "429.html", {"door": too_many_tries(wait_s)}, status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(wait_s)
    return response
