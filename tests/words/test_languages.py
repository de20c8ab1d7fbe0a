"""The languages of the pages: which one a visitor gets, how to choose another, and that nobody gets a neighbour's."""

import ast
import asyncio
import re
from http import HTTPStatus
from pathlib import Path

import grimp
import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import AsyncClient, Client, RequestFactory
from django.utils.translation import override

from lobby.templatetags.words import isolated
from tools.words.sources import ROOT

APPS = ("accounts", "game", "lobby", "matchmaking", "mafia_site")
CODES = [code for code, _name in settings.LANGUAGES]


def language_of(page: bytes) -> str:
    found = re.search(rb'<html lang="(\w+)" dir="(\w+)"', page)
    assert found
    return b" ".join(found.groups()).decode()


async def drawn(client: AsyncClient, wish: str) -> bytes:
    return (await client.get("/nowhere", headers={"accept-language": wish})).content


@pytest.mark.parametrize(
    ("wish", "language"),
    [("de-CH,de;q=0.9", "de ltr"), ("pt-BR", "pt ltr"), ("ar-EG", "ar rtl"), ("ja", "en ltr"), ("", "en ltr")],
)
async def test_a_page_comes_in_the_language_that_the_browser_asks_for(
    async_client: AsyncClient, wish: str, language: str
) -> None:
    assert language_of(await drawn(async_client, wish)) == language


async def test_of_pages_drawn_at_once_each_has_its_own_language(async_client: AsyncClient) -> None:
    wishes = CODES * 5
    pages = await asyncio.gather(*(drawn(async_client, wish) for wish in wishes))
    assert [language_of(page).split()[0] for page in pages] == wishes


async def test_a_language_that_was_chosen_is_kept_against_the_browsers(async_client: AsyncClient) -> None:
    answer = await async_client.post("/language", {"language": "fr", "next": "/r/K7M2QF"})
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, "/r/K7M2QF")
    assert language_of(await drawn(async_client, "de")) == "fr ltr"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_choosing_a_language_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    assert client.post("/language", {"language": "de", "next": elsewhere})["Location"] == "/"


def test_a_language_is_not_chosen_by_a_link_or_by_another_site() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert "language" not in strict.get("/language?language=de").cookies
    assert strict.post("/language", {"language": "de"}).status_code == HTTPStatus.FORBIDDEN


async def test_caches_are_told_what_a_page_depends_on(async_client: AsyncClient) -> None:
    page = await async_client.get("/nowhere", headers={"accept-language": "es"})
    assert "Accept-Language" in page["Vary"]
    assert page["Content-Language"] == "es"


def test_each_language_can_be_chosen_by_its_own_name(rf: RequestFactory) -> None:
    with override("de"):
        page = render_to_string("parts/language.html", {"next": "/"}, rf.get("/"))
    shown = re.findall(r'<option value="(\w+)" lang="\w+" dir="(\w+)"(?: selected)?>([^<]+)</option>', page)
    assert [(code, name) for code, _direction, name in shown] == settings.LANGUAGES
    assert [code for code, direction, _name in shown if direction == "rtl"] == ["ar"]
    assert '<option value="de" lang="de" dir="ltr" selected>' in page


def test_what_a_socket_says_is_never_in_the_language_of_one_visitor() -> None:
    """Whoever translates imports one of gettext's functions; gettext_noop only marks."""
    modules = grimp.build_graph(*APPS).find_upstream_modules("mafia_site.events")
    assert [module for module in modules if translates(ROOT / f"{module.replace('.', '/')}.py")] == []


def translates(path: Path) -> bool:
    imports = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom))
    names = {name.name for node in imports if node.module == "django.utils.translation" for name in node.names}
    return any("gettext" in name for name in names - {"gettext_noop"})


@pytest.mark.parametrize(
    ("language", "name", "isolates"), [("en", "Bob", False), ("en", "ليلى", True), ("ar", "Bob", True)]
)
def test_a_name_of_the_other_direction_is_kept_apart(language: str, name: str, *, isolates: bool) -> None:
    with override(language):
        assert isolated(name) == (f"\u2068{name}\u2069" if isolates else name)
