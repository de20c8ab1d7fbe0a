"""A banned guest sits down by no form; everybody else does."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from accounts import identity
from accounts.bans import bans


@pytest.mark.parametrize(
    ("method", "banned", "let_in"), [("post", True, False), ("post", False, True), ("get", True, True)]
)
def test_a_ban_stops_what_is_posted(monkeypatch: pytest.MonkeyPatch, method: str, banned: bool, let_in: bool) -> None:
    user = identity.new_user_id()
    request = RequestFactory().generic(method.upper(), "/create")
    response = HttpResponse()
    identity.remember(response, user)
    request.COOKIES.update({name: morsel.value for name, morsel in response.cookies.items()})
    monkeypatch.setattr(bans, "standing", frozenset({user} if banned else ()))
    door = identity.IdentityMiddleware(lambda _: HttpResponse("in"))
    if let_in:
        assert door(request) is not None
    else:
        with pytest.raises(PermissionDenied):
            door(request)
