"""Handing a table on, and what stands in a browser when nothing else does: what only a real browser shows."""

import re

from playwright.async_api import expect

from tests.browser.guests import Guests
from tests.browser.table import Table

WITH_A_SHARE_SHEET = "navigator.share = async (what) => { window.shared = what; };"
KEPT = """async () => {
  const kept = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = await Promise.all(kept.map((cache) => cache.keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
}"""
WITHOUT_ONE = "delete Navigator.prototype.share;"


async def seen(table: Table) -> str:
    """All that can be read off the window: the page, its title and its address."""
    page = table.page
    return " ".join([await page.locator("body").inner_text(), await page.title(), page.url])


async def test_the_link_goes_to_the_browsers_own_share_sheet(guests: Guests) -> None:
    host = await guests.arrive()
    await host.page.add_init_script(WITH_A_SHARE_SHEET)
    await host.open_room("Mira")
    await host.part("share").click()
    shared = await host.page.evaluate("window.shared")
    assert shared["url"] == host.page.url
    assert shared["text"] == "Play Mafia with us."


async def test_without_one_there_is_a_sheet_with_a_picture_the_link_and_the_code(guests: Guests) -> None:
    host = await guests.arrive()
    await host.page.add_init_script(WITHOUT_ONE)
    await host.open_room("Mira")
    await host.part("share").click()
    picture = host.page.get_by_role("img", name="QR code of the link to this table")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("(image) => image.naturalWidth") > 0
    await expect(host.page.get_by_label("Link", exact=True)).to_have_value(host.page.url)


async def test_a_copied_link_is_told_on_its_button_and_aloud(guests: Guests) -> None:
    host = await guests.arrive()
    await host.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await host.open_room("Mira")
    await host.part("copy").click()
    await expect(host.part("copy")).to_have_text(re.compile("Copied"))
    await expect(host.part("polite")).to_have_text("Link copied")
    assert await host.page.evaluate("navigator.clipboard.readText()") == host.page.url
    await expect(host.part("copy")).to_have_text(re.compile("Copy link"))


async def test_a_stream_shows_no_code_anywhere_and_a_reload_comes_back_to_the_table(guests: Guests) -> None:
    host = await guests.arrive()
    code = await host.open_room("Mira")
    spelled = f"{code[:3]}-{code[3:]}"
    assert spelled in await seen(host)
    await host.part("streamer").check()
    await expect(host.page).to_have_url(re.compile("/r/hidden$"))
    for _load in range(2):
        everything = await seen(host)
        assert code not in everything
        assert spelled not in everything
        await host.page.reload()
        await host.sees("lobby")
    await host.part("streamer").uncheck()
    await expect(host.page).to_have_url(re.compile(f"/r/{code}$"))


async def test_the_list_of_open_tables_fills_while_one_looks_at_it(guests: Guests) -> None:
    host, guest = await guests.arrive(), await guests.arrive()
    await guest.page.clock.install()
    await guest.page.goto("/")
    await guest.page.get_by_label("Your name").fill("Jonas")
    name = f"Mira {id(host) % 10**6}"  # the site is shared, and so is its list
    await host.page.goto("/")
    await host.page.get_by_text("Options for a new room").click()
    await host.page.get_by_label("Public: anyone may join").check()
    await host.page.get_by_label("Your name").fill(name)
    await host.page.get_by_role("button", name="Create a room").click()
    await host.sees("lobby")
    await guest.page.clock.run_for(12_000)
    table = guest.page.get_by_role("listitem").filter(has_text=name)
    await expect(table).to_be_visible(timeout=15_000)  # by the next look, where this one was too early
    await table.get_by_role("button", name="Sit down").click()
    await guest.sees("lobby")
    assert guest.page.url == host.page.url


async def test_without_a_network_a_page_says_so_and_goes_on_when_it_is_back(guests: Guests) -> None:
    guest = await guests.arrive()
    code = await guest.open_room("Mira")
    await guest.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await guest.page.context.set_offline(offline=True)
    await guest.page.goto("/")
    await expect(guest.page.get_by_role("heading")).to_have_text("You are offline")
    await expect(guest.page.get_by_text(f"{code[:3]}-{code[3:]}")).to_be_visible()
    await guest.page.context.set_offline(offline=False)
    await expect(guest.page.get_by_role("heading", level=1)).to_have_text("Someone at this table is lying.")
    kept = await guest.page.evaluate(KEPT)
    assert {path for path in kept if not path.startswith(("/static/", "/styles/"))} == {"/offline"}
