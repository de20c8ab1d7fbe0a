"""Every screen there is, as journeys past them: the gates judge at each stop, the gallery takes its pictures there."""

from collections.abc import AsyncIterator, Callable

from playwright.async_api import Page

from tests.browser.guests import Guests
from tests.browser.theatre import CAST, END, IDS, NOW, RESULT, TALLY, Theatre, dead, phase, post, said, waiting

Stop = tuple[str, Page]
Journey = Callable[[Guests, str], AsyncIterator[Stop]]


async def table_of(guests: Guests, language: str) -> tuple[Theatre, Page]:
    """Open a table whose server is the test."""
    theatre = Theatre(await guests.on_stage(language))
    await theatre.open()
    return theatre, theatre.table.page


async def lobby(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """A host prepares a game."""
    theatre, page = await table_of(guests, language)
    await theatre.show("lobby", theatre.room(ready=False))
    yield "lobby of the host", page
    for hook in ("settings", "kick='3'", "menu", "qr"):
        await theatre.table.part(hook).click()
        yield f"dialog {hook.split('=')[0]}", page
        await page.keyboard.press("Escape")
    await theatre.table.part("menu").click()
    await theatre.table.part("leave").click()
    yield "dialog leave", page
    await page.keyboard.press("Escape")
    await theatre.play(theatre.with_bots(2, 4))
    yield "lobby with bots", page
    await theatre.play(theatre.room(host=IDS[1]), said("hello", channel="lobby"))
    yield "lobby of a guest", page
    await theatre.table.part("go=chat").click()
    yield "chat of the lobby", page
    await theatre.show("left", {"type": "room:left", "roomId": "r", "reason": "kicked"})
    yield "kicked", page


async def night(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """A mafioso sees the card and the first night."""
    theatre, page = await table_of(guests, language)
    await theatre.show("reveal", *theatre.game("mafia", (IDS[1],)))
    yield "reveal", page
    await page.keyboard.down("r")
    yield "card", page
    await page.keyboard.up("r")
    await theatre.table.part("do=known").click()
    yield "night", page
    await page.keyboard.press("?")
    yield "dialog keys", page
    await page.keyboard.press("Escape")
    await page.keyboard.press("4")
    yield "night with a pick", page
    await theatre.play({"type": "action:update", "targetId": IDS[5], "byId": IDS[1]}, said("him?", channel="mafia"))
    await theatre.table.part("go=role").click()
    await theatre.table.part("keep").click()
    yield "card kept open", page


async def day(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """A villager sees a day, a vote and the end."""
    theatre, page = await table_of(guests, language)
    await theatre.show("dawn", *theatre.game(), phase("day", deaths=[dead(5)]))
    yield "dawn", page
    await theatre.play(said("I was home all night, ask @2"), said("Averylongunbrokenword" * 6, by=4))
    await theatre.table.part("go-on").click()
    yield "day", page
    await theatre.table.part("people").click()
    yield "dialog people", page
    await page.keyboard.press("Escape")
    await theatre.table.part("go=table").click()
    yield "table by day", page
    await theatre.table.part("go=notes").click()
    yield "notes", page
    await theatre.show("voting", phase("voting", candidates=[IDS[1], IDS[2]]))
    yield "second vote", page
    await theatre.show("voting", phase("voting"), TALLY)
    yield "vote", page
    await theatre.show("out", RESULT)
    yield "out", page
    await theatre.table.part("go-on").click()
    await theatre.show("end", END)
    yield "end", page
    await theatre.table.part("recap").click()
    yield "dialog recap", page


async def death(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """A villager dies and looks on."""
    theatre, page = await table_of(guests, language)
    await theatre.show("dawn", *theatre.game(), phase("day", deaths=[dead(0)]))
    yield "own death", page
    await theatre.table.part("go-on").click()
    await theatre.play(said("so it was you", channel="dead"))
    yield "ghost", page


async def practice(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """Somebody plays against bots."""
    theatre, page = await table_of(guests, language)
    bots = theatre.with_bots(1, 2, 3, 4, 5)
    await theatre.show("dawn", {**bots, "status": "in_game"}, *theatre.game()[1:], phase("day", deaths=[dead(0)]))
    await theatre.table.part("go-on").click()
    yield "out of a practice", page
    await theatre.show("end", END)
    yield "end of a practice", page


async def trouble(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """A line breaks in the vote, and a table is opened elsewhere."""
    theatre, page = await table_of(guests, language)
    await theatre.show("voting", *theatre.game(), phase("voting"), TALLY)
    await theatre.close(4503)
    await theatre.at(NOW + 2_000)
    await theatre.table.part("banner").wait_for()
    yield "connection lost", page
    theatre, page = await table_of(guests, language)
    await theatre.show("lobby", theatre.room())
    await theatre.close(4409)
    await theatre.table.sees("closed")
    yield "open elsewhere", page


async def queue(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """Somebody looks for strangers, finds a table and loses it."""
    theatre = Theatre(await guests.on_stage(language))
    page = theatre.table.page
    await theatre.open_queue()
    await theatre.show("queue", waiting(1))
    yield "alone in the queue", page
    await theatre.play(waiting(5))
    yield "nearly a table", page
    await theatre.show(
        "gathering", {"type": "matchmaking:found", "roomId": "r", "roomCode": theatre.code}, theatre.gathering()
    )
    yield "gathering", page
    await theatre.show("queue", {"type": "room:left", "roomId": "r", "reason": "closed"}, waiting(3))
    yield "dissolved", page
    no = {"type": "matchmaking:error", "code": "already_in_room", "reason": "", "event": "matchmaking:join"}
    await theatre.play(no)
    yield "seated elsewhere", page


async def big_screen(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """A television shows a game to a whole room."""
    theatre = Theatre(await guests.on_stage(language))
    page = theatre.table.page
    await theatre.open_screen((await room(guests)).rsplit("/", 1)[1])
    yield "screen before its script", page
    await theatre.show("lobby", theatre.room(ready=False), said("hello", channel="lobby"))
    yield "screen of a lobby", page
    await theatre.show("reveal", theatre.room("in_game"), *theatre.game()[1::2][:1], phase("night"))
    yield "screen with cards", page
    await theatre.show("dawn", phase("day", deaths=[dead(5)]))
    yield "screen at dawn", page
    await theatre.at(NOW + 7_000)
    await theatre.show("day", said("I was home all night", by=2), said("Averylongunbrokenword" * 6, by=4))
    yield "screen by day", page
    await theatre.show("voting", phase("voting"), TALLY)
    yield "screen in a vote", page
    await theatre.show("out", RESULT)
    await theatre.at(NOW + 14_000)
    await theatre.show("end", END)
    yield "screen at the end", page
    await theatre.show("left", {"type": "room:left", "roomId": "r", "reason": "closed"})
    yield "screen of a closed table", page


async def doors(guests: Guests, language: str) -> AsyncIterator[Stop]:
    """Somebody stands before rooms that may be entered, and others."""
    page = (await guests.on_stage(language)).page
    opened = await room(guests)
    filled = await room(guests, max_players="4")
    for name in CAST[1:4]:
        await post((await guests.on_stage()).page.context, f"{filled[1:]}/join", name=name)
    playing = await post((await guests.on_stage()).page.context, "practice", name=CAST[0])
    closed = {"landing": "/", "the queue's door": "/play", "no such room": "/r/ABCDEF", "offline": "/offline"}
    for name, address in {**closed, "door": opened, "full": filled, "in game": playing, "tables": "/tables"}.items():
        await page.goto(address)
        yield name, page
    await post(page.context, "create", name=CAST[1], max_players="10")
    for name, address in {"seated at another": opened, "landing with a table": "/"}.items():
        await page.goto(address)
        yield name, page
    await page.locator("#code").fill("OIL")
    await page.locator("[data-join]").click()
    await page.locator("#code-error").wait_for()
    yield "wrong code", page


async def room(guests: Guests, max_players: str = "10") -> str:
    """Have somebody else open a room; returns its address."""
    return await post((await guests.on_stage()).page.context, "create", name=CAST[5], max_players=max_players)


JOURNEYS: list[Journey] = [lobby, night, day, death, practice, trouble, queue, doors, big_screen]
