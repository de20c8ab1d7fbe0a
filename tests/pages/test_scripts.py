"""What a page asks a browser to run: one file, the words of its language, and nothing that was put in their place."""

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override
from pytest_django import Settings

from tests import built


def drawn(page: str) -> str:
    with override("de"):
        return Template(f'{{% load scripts %}}{{% scripts "{page}" %}}').render(Context({"CSP_NONCE": "n"}))


def import_map(text: str) -> dict[str, Any]:
    found = re.search(r"<script[^>]*>({.*?})</script>", text, re.DOTALL)
    assert found
    known: dict[str, Any] = json.loads(found[1])
    return known


def test_what_browsers_get_is_what_the_sources_make() -> None:
    assert built.is_fresh(), built.STALE


@pytest.mark.parametrize("page", built.PAGES)
def test_a_page_is_one_file_and_its_own_language_alone(page: str) -> None:
    text = drawn(page)
    assert re.findall(r'src="([^"]+)"', text) == [f"/static/built/{page}.js"]
    assert re.findall(r'modulepreload" href="([^"]+)"', text) == ["/static/js/words/de.js"]
    assert import_map(text)["imports"]["language"] == "/static/js/words/de.js"
    assert "/words/en" not in text


@pytest.mark.parametrize("page", built.PAGES)
def test_all_that_runs_is_known_by_what_is_in_it(page: str) -> None:
    text = drawn(page)
    known = import_map(text)
    assert set(known["imports"].values()) == set(known["integrity"])
    script = dict(re.findall(r'src="([^"]+)" integrity="([^"]+)"', text))
    assert list(script) == [f"/static/built/{page}.js"]
    for address, integrity in (known["integrity"] | script).items():
        content = (built.ROOT / address.removeprefix("/")).read_bytes()
        assert integrity == "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


@pytest.mark.parametrize("page", built.PAGES)
def test_a_file_leans_on_nothing_that_the_map_does_not_lead_to(page: str) -> None:
    text = (built.ROOT / "static" / "built" / f"{page}.js").read_text()
    needed = set(re.findall(r'\b(?:from|import)\(?"([\w./-]+)"', text))
    assert needed <= set(import_map(drawn(page))["imports"])
    assert "language" in needed


def test_a_developer_gets_the_sources(settings: Settings) -> None:
    settings.DEBUG = True
    text = drawn("room")
    assert 'src="/static/js/room/main.js"' in text
    assert import_map(text)["imports"]["lit-html/"] == "/static/vendor/lit-html/"
    assert "integrity" not in import_map(text)
