"""What the site leaves in a browser: it can be installed, and says something kind without a network; nothing else."""

import json
import re
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import AsyncClient

ADDRESSES = ("/manifest.webmanifest", "/sw.js", "/offline")


async def kept(client: AsyncClient) -> Any:
    script = (await client.get("/sw.js")).content.decode()
    return json.loads(script.partition("const KEPT = ")[2].partition(";\n")[0])


async def test_the_site_can_be_installed(async_client: AsyncClient) -> None:
    answer = await async_client.get("/manifest.webmanifest")
    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert (told["short_name"], told["start_url"], told["display"]) == ("Mafia", "/", "standalone")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} >= {("192x192", "any"), ("512x512", "maskable")}


async def test_its_pictures_are_there(async_client: AsyncClient) -> None:
    told = json.loads((await async_client.get("/manifest.webmanifest")).content)
    page = (await async_client.get("/")).content.decode()
    touch = re.findall(r'rel="apple-touch-icon" href="([^"]+)"', page)
    for address in [*(icon["src"] for icon in told["icons"]), *touch, "/static/preview.png"]:
        assert finders.find(address.removeprefix(settings.STATIC_URL)), address


async def test_it_is_installed_in_the_language_of_the_browser(async_client: AsyncClient) -> None:
    told = json.loads((await async_client.get("/manifest.webmanifest", headers={"Accept-Language": "ar"})).content)
    assert (told["lang"], told["dir"]) == ("ar", "rtl")


async def test_the_worker_is_a_script_at_the_root_that_is_asked_for_again(async_client: AsyncClient) -> None:
    answer = await async_client.get("/sw.js")
    assert answer["Content-Type"] == "text/javascript"
    assert "no-cache" in answer["Cache-Control"]


async def test_it_keeps_the_offline_page_with_all_that_it_needs_and_nothing_else(async_client: AsyncClient) -> None:
    page = (await async_client.get("/offline")).content.decode()
    known = await kept(async_client)
    assert known["page"] == "/offline"
    assert set(known["files"]) == set(re.findall(r'(?:href|src)="(/(?:static|styles)/[^"]+)"', page))
    assert any(file.endswith("offline.js") for file in known["files"])


async def test_what_it_keeps_is_the_same_for_everybody(async_client: AsyncClient) -> None:
    in_arabic = AsyncClient(headers={"Accept-Language": "ar"})
    assert await kept(in_arabic) == await kept(async_client)
    assert (await in_arabic.get("/offline")).content == (await async_client.get("/offline")).content


async def test_the_offline_page_speaks_every_language(async_client: AsyncClient) -> None:
    page = (await async_client.get("/offline")).content.decode()
    sections = re.findall(r'<section class="door card" lang="(\w+)" dir="(\w+)"', page)
    assert [code for code, _direction in sections] == [code for code, _name in settings.LANGUAGES]
    assert ("ar", "rtl") in sections


@pytest.mark.parametrize("address", ADDRESSES)
async def test_nobody_gets_an_identity_with_it(async_client: AsyncClient, address: str) -> None:
    answer = await async_client.get(address)
    assert (answer.status_code, dict(answer.cookies)) == (HTTPStatus.OK, {})
