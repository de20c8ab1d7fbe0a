"""Choosing a language: without JavaScript on the start page, and in the menu of a table, where the seat is kept."""

from playwright.async_api import Browser, expect

from tests import servers
from tests.browser.guests import Guests


async def test_a_language_is_chosen_without_javascript(browser: Browser, site: servers.Site) -> None:
    context = await browser.new_context(base_url=site.url, java_script_enabled=False)
    page = await context.new_page()
    await page.goto("/")
    await page.get_by_label("Language").select_option("Deutsch")
    await page.get_by_role("button", name="Change language").click()
    await expect(page.locator("html")).to_have_attribute("lang", "de")
    await expect(page).to_have_url(f"{site.url}/")
    await context.close()


async def test_a_table_is_drawn_anew_in_the_language_chosen_in_its_menu(guests: Guests) -> None:
    table = await guests.arrive()
    code = await table.open_room("Mira")
    await table.part("menu").click()
    await table.page.get_by_label("Language").select_option("العربية")
    await table.page.get_by_role("button", name="Change language").click()
    await expect(table.page.locator("html")).to_have_attribute("dir", "rtl")
    await table.sees("lobby")
    assert table.page.url.endswith(code)
    await expect(table.page.locator("game-header h1")).to_have_text("صالة الانتظار")
