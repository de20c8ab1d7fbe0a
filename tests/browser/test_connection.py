"""Losing the line, coming back, and sitting at the table twice, against the real site."""

from playwright.async_api import WebSocketRoute, expect

from tests.browser.guests import Guests


async def test_a_lost_line_is_told_and_comes_back_by_itself(guests: Guests) -> None:
    table = await guests.arrive()
    lines: list[WebSocketRoute] = []

    async def through(line: WebSocketRoute) -> None:
        line.connect_to_server()
        lines.append(line)

    await table.page.route_web_socket("**/ws/", through)
    await table.open_room("Mira")
    await expect(table.part("share")).to_be_visible()
    await lines[-1].close(code=1001)
    await expect(table.page.locator("[data-polite]")).to_have_text("You are back.", timeout=10_000)
    await expect(table.part("banner")).to_have_count(0)
    assert len(lines) == 2


async def test_a_second_tab_takes_the_table_and_the_first_may_take_it_back(guests: Guests) -> None:
    first = await guests.arrive()
    code = await first.open_room("Mira")
    second = await guests.open_twice(first)
    await second.page.goto(f"/r/{code}")
    await second.sees("lobby")
    await first.sees("closed")
    await first.part("play-here").click()
    await first.sees("lobby")
    await second.sees("closed")


async def test_who_is_removed_reads_it_and_cannot_come_back(guests: Guests) -> None:
    host, guest = await guests.arrive(), await guests.arrive()
    code = await host.open_room("Mira")
    await guest.sit_down("Jonas", code)
    await host.part("kick='2'").click()
    await host.part("sure").click()
    await guest.sees("left")
    await guest.page.reload()
    await expect(guest.page.get_by_role("heading", level=1)).to_have_text("You cannot come back here")
    guests.complaints.clear()  # Chromium writes of a page's own 403, too


async def test_who_reloads_sits_on_the_same_seat(guests: Guests) -> None:
    host, guest = await guests.arrive(), await guests.arrive()
    code = await host.open_room("Mira")
    await guest.sit_down("Jonas", code)
    await guest.page.reload()
    await guest.sees("lobby")
    await expect(guest.page.locator(".seat", has_text="Jonas")).to_contain_text("You")
