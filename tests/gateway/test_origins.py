"""Which pages may open a socket: this site's own, by the whole origin."""

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from tests import servers
from tests.client.connection import socket_url
from tests.servers import Site


async def status(url: str, origin: str | None) -> int:
    """How the handshake is answered."""
    try:
        async with connect(
            socket_url(url), origin=None if origin is None else Origin(origin), compression=None, proxy=None
        ):
            return 101
    except InvalidStatus as refusal:
        return int(refusal.response.status_code)


@pytest.mark.usefixtures("quiet")
async def test_a_page_of_this_site_may_connect(site: Site) -> None:
    assert await status(site.url, site.url) == 101
    assert await status(site.url, site.url.replace("127.0.0.1", "localhost")) == 101


FOREIGN = [
    "https://evil.example",
    "null",
    "file://",
    "http://evil.{host}",
    "https://{host}",
    "http://127.0.0.1:1",
    "http://127.0.0.1",
    "{url}/",
    "{url}@evil.example",
]


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("origin", FOREIGN)
async def test_a_page_from_elsewhere_may_not(site: Site, pair: Site, origin: str) -> None:
    for url in (site.url, pair.url):
        assert await status(url, origin.format(url=url, host=url.removeprefix("http://"))) == 403


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("origin", ["", "{url}.evil.example", "http://"])
async def test_what_is_no_origin_is_refused_too(site: Site, pair: Site, origin: str) -> None:
    assert await status(pair.url, origin.format(url=pair.url)) == 403
    assert await status(site.url, origin.format(url=site.url)) in {400, 403}  # daphne reads it before we do


async def test_a_program_without_an_origin_may_connect_in_development_only(site: Site) -> None:
    assert await status(site.url, None) == 101
    with servers.site(env={"LOCAL": "0"}, server="uvicorn") as strict:
        assert await status(strict.url, None) == 403
        assert await status(strict.url, strict.url) == 101
