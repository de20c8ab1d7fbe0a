"""A first visit to the site's page, for the cookie that a browser would then have; it reads nothing else of it."""

import asyncio
from http.client import HTTPConnection, HTTPSConnection
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

PATIENCE = 10.0  # seconds


async def cookies_of(url: str) -> str | None:
    """The Cookie header of somebody who has been to the landing page; None when the site sets none."""
    return await asyncio.to_thread(_visit, url)


def _visit(url: str) -> str | None:
    site = urlsplit(url)
    door = HTTPSConnection if site.scheme == "https" else HTTPConnection
    line = door(site.netloc, timeout=PATIENCE)
    try:
        line.request("GET", "/")
        jar = SimpleCookie()
        for header in line.getresponse().headers.get_all("Set-Cookie") or ():
            jar.load(header)
    finally:
        line.close()
    return "; ".join(f"{name}={morsel.coded_value}" for name, morsel in jar.items()) or None
