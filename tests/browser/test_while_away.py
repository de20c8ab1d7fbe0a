"""What a player reads on coming back: all that the table saw meanwhile, and nothing that a card would tell."""

import json
import re

import pytest
from playwright.async_api import expect

from tests.browser import gates
from tests.browser.guests import Guests
from tests.browser.theatre import END, IDS, ME, NOW, SETTINGS, Frame, Theatre, dead, said

MINUTES = 60_000
# Where the parts of the table stand.
_PLACES = """() => [...document.querySelectorAll("game-stage, chat-panel, .seat, .ask")].map((part) => {
  const { x, y } = part.getBoundingClientRect();
  return [part.className, x, y];
})"""
ROLES = {"mafia": [IDS[1]], "detective": [], "villager": []}


def snapshot(theatre: Theatre, role: str = "villager", **change: object) -> Frame:
    """Make the `auth:reconnect` of somebody who was there when the first night began."""
    room = {**theatre.room("in_game"), "phase": "night", "round": 1, "startedAt": NOW, "endsAt": NOW + 38_000}
    you = {"userId": ME, "role": role, "allies": ROLES[role], "alive": True, "target": None, "vote": None}
    found = [{"userId": IDS[2], "isMafia": True}] if role == "detective" else []
    held = {"you": {**you, "done": False, "inspections": found, "saves": []}, "votes": {"counts": {}, "cast": 0}}
    return {
        "type": "auth:reconnect",
        "gameState": {**room, **held, "chat": [], "timeline": [], "settings": SETTINGS, **change},
    }


def later(theatre: Theatre, role: str = "villager") -> Frame:
    """Make the snapshot of the second day: much has happened."""
    whispers = [said("the doctor?", channel="mafia")] if role == "mafia" else []
    return snapshot(
        theatre,
        role,
        phase="day",
        round=2,
        endsAt=NOW + 400_000,
        players=theatre.room(dead=(2, 5))["players"],
        hostId=IDS[1],
        chat=[*whispers, said("where is Mira?"), said("asleep, I guess", by=4)],
        timeline=[
            {"kind": "dawn", "round": 1, "at": NOW + 1, "deaths": [dead(5)]},
            {
                "kind": "vote",
                "round": 1,
                "at": NOW + 2,
                "eliminatedUserId": IDS[2],
                "role": "mafia",
                "counts": {IDS[2]: 3},
            },
            {"kind": "dawn", "round": 2, "at": NOW + 3, "deaths": []},
        ],
    )


async def asleep(theatre: Theatre, role: str, *, minutes: int = 5) -> None:
    """Begin a game, and load the page anew that much later."""
    await theatre.at(NOW)
    await theatre.show("reveal", *theatre.game(role, tuple(ROLES[role])))
    await theatre.at(NOW + minutes * MINUTES)
    await theatre.reload()


async def test_who_comes_back_reads_what_the_table_saw(theatre: Theatre) -> None:
    await asleep(theatre, "villager")
    await theatre.show("day", later(theatre))
    page = theatre.table.page
    await expect(page.locator("[data-polite]")).to_have_text("You are back. 6 events while you were away.")
    panel = theatre.table.part("away-panel")
    await expect(panel.locator("summary")).to_have_text("You are back. It is day 2 now. 2 new messages.")
    await panel.locator("summary").click()
    await expect(panel).to_match_aria_snapshot("""
      - group:
        - text: You are back. It is day 2 now. 2 new messages.
        - paragraph: You were away for 5 minutes.
        - list:
          - listitem: "Dawn 1. Bartholomew III did not wake up. Their card: Villager."
          - listitem: "Vote 1. Aïcha leaves, with 3 votes. Their card: Mafia."
          - listitem: Dawn 2. Nobody died.
          - listitem: Jonas is host now.
          - listitem: 2 new messages
          - listitem: It is day 2 now.
      - button "Close"
    """)
    await theatre.table.part("put-away").click()
    await expect(theatre.table.part("away-panel")).to_have_count(0)


async def test_what_is_read_is_the_same_whatever_the_card(guests: Guests) -> None:
    seen = set()
    for role in ROLES:
        theatre = Theatre(await guests.arrive())
        await theatre.open()
        await asleep(theatre, role)
        await theatre.show("day", later(theatre, role))
        seen.add(re.sub("<!--.*?-->", "", await theatre.table.part("away-panel").inner_html()))
    assert len(seen) == 1


async def test_a_tab_keeps_nothing_of_the_card(theatre: Theatre) -> None:
    await asleep(theatre, "mafia")
    await theatre.show("day", later(theatre, "mafia"))
    kept = await theatre.table.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert json.loads(kept)[0].keys() == {"mafia.known"}
    assert set(json.loads(json.loads(kept)[0]["mafia.known"])) == {
        *("roomId", "roomCode", "status", "hostId", "heardAt", "game", "phase", "round", "told", "isAlive", "rules"),
        "chatAt",
    }


@pytest.mark.parametrize("screen", ["night", "chat", "end"])
async def test_the_news_are_for_everybody(theatre: Theatre, screen: str) -> None:
    await asleep(theatre, "villager")
    match screen:
        case "night":
            frame = later(theatre)
            frame["gameState"] |= {"phase": "night", "round": 3}
            await theatre.show("night", frame)
        case "end":
            end = {name: value for name, value in END.items() if name != "type"}
            await theatre.show("end", snapshot(theatre, phase="ended", status="ended", end=end))
        case _:
            await theatre.show("day", later(theatre))
            await theatre.table.part("go=chat").click()
    for _is_open in (False, True):
        assert await gates.at_all_sizes(theatre.table.page) == []
        await theatre.table.part("away-panel").locator("summary").click()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_the_news_move_nothing_of_the_table(guests: Guests, language: str, width: int) -> None:
    theatre = Theatre(await guests.on_stage(language))
    await theatre.open()
    await theatre.table.resize(width)
    await asleep(theatre, "villager")
    await theatre.show("day", later(theatre))
    await theatre.table.part("go=table").evaluate("(tab) => tab.click()")
    panel = theatre.table.part("away-panel")
    await expect(panel).to_be_visible()
    with_news = await theatre.table.page.evaluate(_PLACES)
    await theatre.table.part("put-away").click()
    await expect(panel).to_have_count(0)
    assert await theatre.table.page.evaluate(_PLACES) == with_news


async def test_who_walks_the_table_by_keyboard_finds_no_seat_under_the_news(theatre: Theatre) -> None:
    await asleep(theatre, "villager")
    frame = later(theatre)
    frame["gameState"] |= {"phase": "night", "round": 3}
    await theatre.show("night", frame)
    page, seat = theatre.table.page, theatre.table.part("tap='1'")
    news = theatre.table.part("away-panel").get_by_text("Dawn 2. Nobody died.")
    await theatre.table.part("away-panel").locator("summary").click()
    await theatre.table.part("put-away").focus()
    await expect(news).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(seat).to_be_focused()
    await expect(news).to_be_hidden()
    await seat.click(trial=True)


async def test_who_comes_back_to_a_game_that_has_begun_meanwhile_is_led_to_the_card(theatre: Theatre) -> None:
    await theatre.show("gathering", theatre.gathering())
    await theatre.at(NOW + MINUTES)
    await theatre.reload()
    await theatre.show("night", snapshot(theatre, "mafia", phase="night", endsAt=NOW + 2 * MINUTES))
    await expect(theatre.table.part("away-panel")).to_contain_text("The game has begun. Look at your role.")
    await theatre.table.part("go=role").click()
    assert await theatre.table.peek() == "Mafia"
