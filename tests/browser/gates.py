"""What every screen has to pass at every width: no axe finding, nothing that sticks out, nothing too small to tap."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

WIDTHS = (320, 360, 1280)
_AXE = Axe()
_STICKS_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_TOO_SMALL = """() => [...document.querySelectorAll("button, a, select, textarea, summary, label.check, input")]
  .filter((each) => each.checkVisibility() && !each.matches(".skip, [type=checkbox], [type=hidden]"))
  .filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return width < 44 || height < 44;
  })
  .map((each) => each.outerHTML.slice(0, 120))"""


async def findings(page: Page) -> list[str]:
    """What is wrong with the page as it stands."""
    report = await _AXE.run(page)
    by_axe = [
        f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html'][:160]}" for rule in report.response["violations"]
    ]
    return [*by_axe, *[f"too small: {each}" for each in await page.evaluate(_TOO_SMALL)], *await _overflow(page)]


async def _overflow(page: Page) -> list[str]:
    over = await page.evaluate(_STICKS_OUT)
    return [f"{over} px stick out"] if over > 0 else []


async def at_all_sizes(page: Page) -> list[str]:
    """What is wrong at each width, with letters of twice the size, and from right to left."""
    found = []
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 640})
        found += [f"{width} px: {each}" for each in await findings(page)]
    await page.set_viewport_size({"width": 360, "height": 640})
    for change, name in (("style.fontSize = '200%'", "200 %"), ("dir = 'rtl'", "rtl")):
        await page.evaluate(f"document.documentElement.{change}")
        found += [f"{name}: {each}" for each in await _overflow(page)]
    return found
