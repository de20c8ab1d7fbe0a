"""Draws every screen into a folder of pictures, to be looked at: `python -m tests.browser.gallery OUT [JOURNEY ...]`.

What it draws is what the gates judge; it judges nothing.
"""

import argparse
import asyncio
import os
import shutil
from pathlib import Path

from playwright.async_api import Page, async_playwright

from mafia_site import embedded
from tests import servers, settings
from tests.browser.guests import Guests, Wings
from tests.browser.journeys import JOURNEYS

SIZES = {320: 640, 360: 740, 1280: 800}


def main() -> None:
    """Start a site, and draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("journeys", nargs="*", default=[journey.__name__ for journey in JOURNEYS])
    parser.add_argument("--languages", default="en,ar")
    parser.add_argument("--sizes", default="360,1280")
    parser.add_argument("--forced-colors", action="store_true")
    options = parser.parse_args()
    with embedded.servers(settings.PLACES.directory, durable=False) as environ:
        os.environ.update(environ)
        with servers.site() as site:
            asyncio.run(draw(site, options))


async def draw(site: servers.Site, options: argparse.Namespace) -> None:
    """Go on these journeys, and take a picture at every stop."""
    options.out.mkdir(parents=True, exist_ok=True)
    path = shutil.which(os.environ.get("CHROMIUM") or "chromium-headless-shell")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        wings = Wings(browser, site)
        for language in options.languages.split(","):
            for journey in JOURNEYS:
                if journey.__name__ in options.journeys:
                    guests = Guests(browser, site, wings)
                    async for name, page in journey(guests, language):
                        await shoot(page, f"{journey.__name__}-{name.replace(' ', '_')}-{language}", options)
                    await guests.leave()


async def shoot(page: Page, name: str, options: argparse.Namespace) -> None:
    """Take the pictures of one screen, and write down what is heard of it."""
    (options.out / f"{name}.yml").write_text(await page.locator("body").aria_snapshot(), encoding="utf-8")
    if options.forced_colors:
        await page.emulate_media(forced_colors="active")
    for width in map(int, options.sizes.split(",")):
        await page.set_viewport_size({"width": width, "height": SIZES[width]})
        await page.screenshot(path=options.out / f"{name}-{width}.png", animations="disabled")
    await page.set_viewport_size({"width": 360, "height": 640})


if __name__ == "__main__":
    main()
