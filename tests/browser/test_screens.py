"""Every screen of a game, shown on the stage and put through the gates."""

from collections.abc import Awaitable, Callable

import pytest

from tests.browser import gates
from tests.browser.conftest import Guests
from tests.browser.theatre import CAST, END, IDS, NOW, RESULT, TALLY, Frame, Theatre, dead, phase, said, waiting

pytestmark = pytest.mark.asyncio(loop_scope="module")

Scene = Callable[[Theatre], Awaitable[None]]


async def lobby_of_host(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room(ready=False))


async def lobby_of_guest(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room(host=IDS[1]), said("hello", channel="lobby"))
    await theatre.table.part("go=chat").click()


async def lobby_with_bots(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.with_bots(2, 4))


async def practice_over(theatre: Theatre) -> None:
    lobby = theatre.with_bots(1, 2, 3, 4, 5)
    await theatre.show("reveal", lobby, {**lobby, "status": "in_game"}, *theatre.game()[1:])
    await theatre.show("end", END)


async def out_of_a_practice(theatre: Theatre) -> None:
    lobby = theatre.with_bots(1, 2, 3, 4, 5)
    await theatre.show("reveal", lobby, {**lobby, "status": "in_game"}, *theatre.game()[1:])
    await theatre.show("dawn", phase("day", deaths=[dead(0)]))
    await theatre.table.part("go-on").click()


async def rules(theatre: Theatre) -> None:
    await lobby_of_host(theatre)
    await theatre.table.part("settings").click()


async def kick(theatre: Theatre) -> None:
    await lobby_of_host(theatre)
    await theatre.table.part("kick='3'").click()


async def menu(theatre: Theatre) -> None:
    await lobby_of_host(theatre)
    await theatre.table.part("menu").click()


async def keyboard(theatre: Theatre) -> None:
    await night(theatre)
    await theatre.table.page.keyboard.press("?")


async def reveal(theatre: Theatre) -> None:
    await theatre.show("reveal", *theatre.game())


async def card(theatre: Theatre) -> None:
    await theatre.show("reveal", *theatre.game("mafia", (IDS[1],)))
    await theatre.table.page.keyboard.down("r")


async def night(theatre: Theatre, *more: Frame) -> None:
    await reveal(theatre)
    await theatre.table.peek()
    await theatre.table.part("do=known").click()
    await theatre.play(*more)


async def night_with_a_pick(theatre: Theatre) -> None:
    await night(theatre)
    await theatre.table.page.keyboard.press("4")


async def mafia_alone(theatre: Theatre) -> None:
    await card(theatre)
    await theatre.table.page.keyboard.up("r")
    await theatre.table.part("do=known").click()
    await theatre.play({"type": "action:update", "targetId": IDS[5], "byId": IDS[1]}, said("him?", channel="mafia"))
    await theatre.table.part("go=role").click()
    await theatre.table.part("keep").click()


async def dawn(theatre: Theatre) -> None:
    await night(theatre)
    await theatre.show("dawn", phase("day", deaths=[dead(5)]))


async def own_death(theatre: Theatre) -> None:
    await night(theatre)
    await theatre.show("dawn", phase("day", deaths=[dead(0)]))


async def ghost(theatre: Theatre) -> None:
    await own_death(theatre)
    await theatre.table.part("go-on").click()
    await theatre.play(said("so it was you", channel="dead"))


async def day(theatre: Theatre) -> None:
    await dawn(theatre)
    await theatre.play(said("I was home all night, ask @2"), said("Averylongunbrokenword" * 6, by=4))
    await theatre.table.part("go-on").click()


async def day_table(theatre: Theatre) -> None:
    await day(theatre)
    await theatre.table.part("go=table").click()


async def notes(theatre: Theatre) -> None:
    await day(theatre)
    await theatre.table.part("go=notes").click()


async def voting(theatre: Theatre) -> None:
    await day(theatre)
    await theatre.show("voting", phase("voting"), TALLY)


async def second_vote(theatre: Theatre) -> None:
    await day(theatre)
    await theatre.show("voting", phase("voting", candidates=[IDS[1], IDS[2]]))


async def elimination(theatre: Theatre) -> None:
    await voting(theatre)
    await theatre.show("out", RESULT)


async def end(theatre: Theatre) -> None:
    await elimination(theatre)
    await theatre.table.part("go-on").click()
    await theatre.show("end", END)


async def kicked(theatre: Theatre) -> None:
    await lobby_of_guest(theatre)
    await theatre.show("left", {"type": "room:left", "roomId": "r", "reason": "kicked"})


async def elsewhere(theatre: Theatre) -> None:
    await lobby_of_guest(theatre)
    await theatre.close(4409)
    await theatre.table.sees("closed")


async def connection_lost(theatre: Theatre) -> None:
    await voting(theatre)
    await theatre.close(4503)
    await theatre.at(NOW + 2_000)
    await theatre.table.part("banner").wait_for()


SCENES: list[Scene] = [
    lobby_of_host,
    lobby_of_guest,
    lobby_with_bots,
    practice_over,
    out_of_a_practice,
    rules,
    kick,
    menu,
    keyboard,
    reveal,
    card,
    night,
    night_with_a_pick,
    mafia_alone,
    dawn,
    own_death,
    ghost,
    day,
    day_table,
    notes,
    voting,
    second_vote,
    elimination,
    end,
    kicked,
    elsewhere,
    connection_lost,
]


@pytest.mark.parametrize("scene", SCENES)
async def test_a_screen_is_for_everybody(theatre: Theatre, scene: Scene) -> None:
    await scene(theatre)
    assert await gates.at_all_sizes(theatre.table.page) == []


async def alone_in_the_queue(hall: Theatre) -> None:
    await hall.show("queue", waiting(1))


async def nearly_a_table(hall: Theatre) -> None:
    await hall.show("queue", waiting(5))


async def gathering(hall: Theatre) -> None:
    await hall.show("gathering", {"type": "matchmaking:found", "roomId": "r", "roomCode": hall.code}, hall.gathering())


async def dissolved(hall: Theatre) -> None:
    await gathering(hall)
    await hall.show("queue", {"type": "room:left", "roomId": "r", "reason": "closed"}, waiting(3))


async def seated_elsewhere(hall: Theatre) -> None:
    refusal = {"type": "matchmaking:error", "code": "already_in_room", "reason": "", "event": "matchmaking:join"}
    await hall.show("queue", refusal)


@pytest.mark.parametrize("scene", [alone_in_the_queue, nearly_a_table, gathering, dissolved, seated_elsewhere])
async def test_the_way_to_a_table_is_for_everybody(hall: Theatre, scene: Scene) -> None:
    await scene(hall)
    assert await gates.at_all_sizes(hall.table.page) == []


@pytest.mark.parametrize("address", ["/", "/play", "/r/ABCDEF"])
async def test_a_page_without_a_seat_is_for_everybody(guests: Guests, address: str) -> None:
    table = await guests.arrive()
    await table.page.goto(address)
    assert await gates.at_all_sizes(table.page) == []
    guests.complaints.clear()  # Chromium writes of a page's own 404, too


async def test_the_door_of_a_room_is_for_everybody(guests: Guests) -> None:
    code = await (await guests.arrive()).open_room(CAST[0])
    guest = await guests.arrive()
    await guest.page.goto(f"/r/{code}")
    assert await gates.at_all_sizes(guest.page) == []
