"""With the system's colours alone, every control keeps its edge, and what is chosen or out is told by its shape."""

from tests.browser.theatre import Theatre, dead, phase

BARE = """() => [...document.querySelectorAll("button, a.button, select, textarea, input:not([type=range]), .seat")]
  .filter((each) => each.checkVisibility() && !each.closest(".unseen"))
  .filter((each) => ![each, ...each.children].some((part) => parseFloat(getComputedStyle(part).borderTopWidth) > 0))
  .map((each) => each.outerHTML.slice(0, 120))"""
EDGE = """(seat) => { const { borderBlockStartWidth, borderBlockStartStyle } = getComputedStyle(seat);
  return `${borderBlockStartWidth} ${borderBlockStartStyle}`; }"""


async def test_without_our_colours_the_edges_tell_what_can_be_pressed_and_what_is_chosen(theatre: Theatre) -> None:
    page = theatre.table.page
    await theatre.show("dawn", *theatre.game(), phase("day", deaths=[dead(5)]))
    await theatre.table.part("go-on").click()
    await theatre.show("voting", phase("voting"))
    await page.emulate_media(forced_colors="active")
    await page.keyboard.press("2")
    pending = await page.locator("[data-tap='2']").evaluate(EDGE)
    await theatre.play({"type": "ack", "ref": (await theatre.hears(0))["ref"]})
    chosen = await page.locator("[data-tap='2'][data-pick=set]").evaluate(EDGE)
    other = await page.locator("[data-tap='3']").evaluate(EDGE)
    gone = await page.locator(".seat[data-out]").evaluate(EDGE)
    assert len({pending, chosen, other, gone}) == 4
    assert await page.evaluate(BARE) == []
    await page.emulate_media(forced_colors="none")
