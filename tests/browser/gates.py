"""What every screen has to pass: no axe finding in any theme, at any size nothing sticks out, is cut or too small."""

import json
from pathlib import Path

import axe_playwright_python
from playwright.async_api import Page

# Width in pixels, and size of the letters in per cent.
SIZES = ((320, 100), (360, 100), (360, 200), (1280, 100))
THEMES = ("night", "day", "vote")
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_ALL = {"resultTypes": ["violations"]}
_CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
_RUN = """(options) => axe.run(options).then(({ violations }) => violations.map(({ id, help, nodes }) =>
  `${id}: ${help}: ${nodes[0].html.slice(0, 160)} ${nodes[0].any[0]?.message ?? ""}`))"""
_MOVES = """() => document.getAnimations()
  .filter((each) => each.playState === "running" && each.effect.getComputedTiming().activeDuration > 1)
  .filter(({ animationName }) => animationName !== "crossfade")
  .map(({ effect, animationName, transitionProperty }) =>
    `${animationName ?? transitionProperty} moves: ${effect.target.outerHTML.slice(0, 120)}`)"""
_MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")


async def at_all_sizes(page: Page) -> list[str]:
    """What is wrong with the page as it stands, in each theme and at each size."""
    found = await by_axe(page)
    found += await page.evaluate(_MOVES)
    return found + await by_size(page)


async def findings(page: Page) -> list[str]:
    """What is wrong with the page at its present size."""
    return [*await by_axe(page), *await page.evaluate(_MEASURE)]


async def by_axe(page: Page) -> list[str]:
    """What axe finds: everything in the screen's own theme, and in the others whether it can be read."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(_AXE)
    found: list[str] = await page.evaluate(_RUN, _ALL)
    own = await page.evaluate("document.documentElement.dataset.theme")
    for theme in {*THEMES} - {own}:
        await _dress(page, theme)
        found += [f"{theme}: {each}" for each in await page.evaluate(_RUN, _CONTRAST)]
    await _dress(page, own)
    return found


async def by_size(page: Page) -> list[str]:
    """What sticks out, is cut off or too small to tap, at each width, and with letters of twice the size."""
    found = []
    for width, letters in SIZES:
        await page.set_viewport_size({"width": width, "height": 640})
        await page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        found += [f"{width} px, {letters} %: {each}" for each in await page.evaluate(_MEASURE)]
    await page.evaluate("document.documentElement.style.fontSize = ''")
    await page.set_viewport_size({"width": 360, "height": 640})
    return found


async def _dress(page: Page, theme: str) -> None:
    await page.evaluate(f"document.documentElement.dataset.theme = {json.dumps(theme)}")
