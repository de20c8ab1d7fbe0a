"""Draws the pictures that have to be PNGs out of the SVGs beside this file: `python -m tools.pictures`.

It needs the tests' Chromium; the site only ever serves what was drawn and committed.
"""

import os
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

HERE: Final = Path(__file__).parent
STATIC: Final = HERE.parent.parent / "static"
CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell")

PICTURES: Final = (
    ("any.svg", 192, 192, "icons/any-192.png"),
    ("any.svg", 512, 512, "icons/any-512.png"),
    ("maskable.svg", 192, 192, "icons/maskable-192.png"),
    ("maskable.svg", 512, 512, "icons/maskable-512.png"),
    ("maskable.svg", 180, 180, "icons/apple-180.png"),
    ("preview.svg", 1200, 630, "preview.png"),
)


def main() -> None:
    """Draw them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        for source, width, height, target in PICTURES:
            draw(page, (HERE / source).read_text(encoding="utf-8"), (width, height), STATIC / target)
        browser.close()


def draw(page: Page, svg: str, size: tuple[int, int], target: Path) -> None:
    """Draw one, to the edge and with nothing behind it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: 100vw; height: 100vh }}</style>{svg}")
    page.screenshot(path=target, omit_background=True)


if __name__ == "__main__":
    main()
