"""The forms before the table, in the browser: with scripts a little kinder, without them all the same."""

from playwright.async_api import Browser, expect

from tests import servers
from tests.browser.guests import Guests
from tests.browser.table import Table


async def test_enter_in_the_code_field_joins_that_room(guests: Guests) -> None:
    host, guest = await guests.arrive(), await guests.arrive()
    code = await host.open_room("Mira")
    await guest.page.goto("/")
    await guest.page.get_by_label("Your name").fill("Jonas")
    await guest.page.get_by_label("Room code").fill(f"http://mafia.example/r/{code.lower()}")
    await guest.page.keyboard.press("Enter")
    await guest.sees("lobby")
    assert guest.page.url.endswith(code)


async def test_a_newcomer_may_have_another_name_drawn(guests: Guests) -> None:
    guest = await guests.arrive()
    await guest.page.goto("/")
    name = guest.page.get_by_label("Your name")
    drawn = {await name.input_value()}
    for _ in range(20):
        await guest.page.get_by_role("button", name="Another name").click()
        drawn.add(await name.input_value())
    assert len(drawn) > 1
    assert "" not in drawn


async def test_a_name_that_is_none_puts_the_cursor_back_into_its_field(guests: Guests) -> None:
    guest = await guests.arrive()
    await guest.page.goto("/")
    await guest.page.get_by_label("Your name").fill("")
    await guest.page.get_by_role("button", name="Create a room").click()
    name = guest.page.get_by_label("Your name")
    await expect(name).to_be_focused()
    await expect(name).to_have_accessible_description(
        "The others see this. Names need 1 to 20 characters that can be seen."
    )
    guests.complaints.clear()  # Chromium writes of a page's own 422, too


async def test_who_sits_elsewhere_leaves_that_table_and_sits_down_here(guests: Guests) -> None:
    host, guest = await guests.arrive(), await guests.arrive()
    code = await host.open_room("Mira")
    await guest.open_room("Jonas")
    await guest.page.goto(f"/r/{code}")
    await guest.page.get_by_role("button", name="Leave it").click()
    await expect(guest.page.get_by_role("link", name="Back to your table")).to_have_count(0)
    await guest.sit_down("Jonas", code)


async def test_without_scripts_one_gets_a_room_and_sees_its_code(browser: Browser, site: servers.Site) -> None:
    context = await browser.new_context(java_script_enabled=False, base_url=site.url)
    table = Table(await context.new_page())
    await table.page.goto("/")
    await table.page.get_by_label("Your name").fill("Mira")
    await table.page.get_by_role("button", name="Create a room").click()
    code = table.page.url.rsplit("/", 1)[1]
    await expect(table.page.get_by_text(f"{code[:3]}-{code[3:]}")).to_be_visible()
    await context.close()
