"""A screen for a whole room beside players who play a game: it tells what happens, and looking at it tells no more."""

import re

import pytest
from playwright.async_api import Page, expect

from tests import servers
from tests.browser import gates
from tests.browser.guests import Guests
from tests.browser.table import Table
from tests.client.player import Player
from tests.gateway.people import People, agreed, everybody, of_role, start, until_day, until_voting

QUICK = {"mafia": 1, "detective": False, "doctor": False, "firstNight": "kill", "openVotes": True}
ROLES = re.compile(r"\b(Mafia|Villager|Detective|Doctor)\b")


async def opened(guests: Guests, host: Player) -> Table:
    """Open the screen of this host's table on a television."""
    screen = await guests.arrive()
    await screen.resize(1280, 720)
    await screen.page.goto(f"/r/{host.view.room_code}/screen")
    await screen.sees("lobby")
    return screen


async def fits(page: Page) -> None:
    """Nobody scrolls a television."""
    over = await page.evaluate("document.documentElement.scrollHeight - document.documentElement.clientHeight")
    assert over <= 0


async def test_a_screen_tells_a_whole_game_to_the_room(guests: Guests, site: servers.Site) -> None:
    async with People(site.urls) as people:
        players = await people.lobby(4, **QUICK)  # type: ignore[arg-type] # settings
        screen = await opened(guests, players[0])
        caption, stage = screen.page.locator("#caption"), screen.page.locator("#stage")
        await expect(stage.locator(".seat .name")).to_have_text([player.name for player in players])
        await expect(screen.page.get_by_role("img", name="QR code")).to_be_visible()
        await fits(screen.page)
        await start(players)
        await screen.sees("night")
        await expect(caption).to_contain_text("phone")
        assert not ROLES.search(await stage.inner_text())
        await fits(screen.page)
        killer, (victim, *others) = of_role(players, "mafia")[0], of_role(players, "villager")
        await agreed(killer, "action:mafiaKill", targetId=victim.user_id)
        await until_day(players)
        await screen.sees("dawn")
        await expect(caption).to_contain_text(f"{victim.name} did not wake up. Their card: Villager.")
        await until_voting(players)
        await screen.sees("voting")
        assert await gates.findings(screen.page) == []
        await agreed(others[0], "vote:cast", targetId=killer.user_id)
        await expect(stage.get_by_text("1 of 3 have voted.")).to_be_visible()
        await fits(screen.page)
        await everybody([killer, others[1]], "vote:cast", targetId=None)
        await agreed(others[1], "vote:cast", targetId=killer.user_id)
        await screen.sees("out")
        await expect(caption).to_contain_text(f"{killer.name} leaves, with 2 votes. Their card: Mafia.")
        await screen.sees("end", seconds=10)
        await expect(caption).to_contain_text(f"Town wins. The Mafia was {killer.name}.")
        await expect(stage.locator(".fate")).to_have_count(4)
        await fits(screen.page)


async def test_a_screen_comes_back_by_itself_and_shows_the_table_as_it_is(guests: Guests, site: servers.Site) -> None:
    async with People(site.urls) as people:
        players = await people.lobby(3)
        screen = await guests.arrive()
        lines = []
        await screen.page.route_web_socket("**/ws/", lambda line: lines.append((line, line.connect_to_server())))
        await screen.page.goto(f"/r/{players[0].view.room_code}/screen")
        await screen.sees("lobby")
        await lines[0][0].close(code=4503)
        await players[2].send("room:leave")
        await expect(screen.page.locator(".seat:not([data-open])")).to_have_count(2)
        assert len(lines) > 1


@pytest.mark.parametrize(("voices", "pressed"), [(1, "true"), (0, "false")])
async def test_the_narrator_speaks_where_there_is_a_voice_and_is_not_heard_twice(
    guests: Guests, site: servers.Site, voices: int, pressed: str
) -> None:
    async with People(site.urls) as people:
        (host,) = await people.lobby(1)
        screen = await guests.arrive()
        await screen.page.add_init_script(f"""
          window.spoken = [];
          window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};
          Object.defineProperty(window, "speechSynthesis", {{ value: {{
            getVoices: () => Array({voices}).fill({{ lang: "en-GB", voiceURI: "kate", name: "Kate" }}),
            speak: ({{ text }}) => spoken.push(text), cancel: () => {{}}, addEventListener: () => {{}} }} }});""")
        await screen.page.goto(f"/r/{host.view.room_code}/screen")
        await expect(screen.page.locator("#caption")).to_contain_text("Scan the code")
        assert await screen.page.evaluate("spoken.length") == 0
        await screen.page.keyboard.press("s")
        await expect(screen.part("speak")).to_have_attribute("aria-pressed", pressed)
        await expect(screen.page.locator("#caption")).to_have_attribute("aria-live", "off" if voices else "polite")
        assert await screen.page.evaluate("spoken.length") == voices
