"""Eight browsers play a whole game while two of them lose the network: nobody is confused by what they see."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass

from playwright.async_api import expect

from tests.browser.guests import Guests
from tests.browser.table import Screen, Table
from tests.browser.theatre import post
from tests.browser.tunnel import Tunnel
from tests.browser.watch import Watch

NAMES = ("Mira", "Jonas", "Aïcha", "Лена", "Wei", "Bartholomew III", "ليلى", "Noor")
GRACE = 45  # seconds: a seat waits for 30, and the others see it at the next phase


@dataclass
class Friend:
    """One of the eight."""

    number: int
    table: Table
    tunnel: Tunnel
    watch: Watch
    role: str = ""
    is_out: bool = False

    async def tap(self, other: "Friend") -> None:
        """Choose somebody."""
        await self.table.page.keyboard.press(str(other.number))

    async def back(self) -> None:
        """Come out of the tunnel."""
        self.tunnel.is_dead = False
        await self.table.page.evaluate("dispatchEvent(new Event('online'))")
        await expect(self.table.part("banner")).to_have_count(0)


async def at_once(friends: Iterable[Friend], act: Callable[[Friend], Coroutine[None, None, None]]) -> None:
    """Have all of them do the same."""
    await asyncio.gather(*(act(friend) for friend in friends))


async def all_see(friends: Iterable[Friend], screen: Screen, *, seconds: float = 5) -> None:
    """Wait until all of them are shown this."""
    await at_once(friends, lambda friend: friend.table.sees(screen, seconds=seconds))


async def seated(guests: Guests) -> list[Friend]:
    """Eight friends at one table, each looking through a tunnel of their own."""
    tables = await asyncio.gather(*(guests.arrive() for _ in NAMES))
    address = await post(tables[0].page.context, "create", name=NAMES[0], max_players="8")
    for table, name in zip(tables[1:], NAMES[1:], strict=True):
        await post(table.page.context, f"{address[1:]}/join", name=name)
    friends = [Friend(at, table, await Tunnel.of(table.page), Watch()) for at, table in enumerate(tables, 1)]

    async def enter(friend: Friend) -> None:
        await friend.watch.over(friend.table.page)
        await friend.table.page.goto(address)
        await friend.table.sees("lobby", seconds=15)

    await at_once(friends, enter)
    return friends


async def dealt(friends: list[Friend]) -> None:
    """Begin, and have everybody look at the card."""
    host, *others = friends
    await at_once(others, lambda friend: friend.table.part("do=ready").click())
    await host.table.part("do=start").click()
    await all_see(friends, "reveal", seconds=10)

    async def look(friend: Friend) -> None:
        friend.role = await friend.table.peek()
        await friend.table.page.keyboard.press("Enter")
        await friend.table.sees("night")

    await at_once(friends, look)


async def night(friends: list[Friend], away: Friend | None = None) -> None:
    """Have everybody choose; who is away chooses in a tunnel, and is out of it before the night is over."""
    awake = [friend for friend in friends if not friend.is_out and not friend.tunnel.is_dead]
    host, *_ = awake
    victim = next(friend for friend in reversed(awake) if friend.role == "Villager" and friend is not away)

    async def choose(friend: Friend) -> None:
        wish = victim if friend.role == "Mafia" else awake[awake.index(friend) - 1]
        if friend is away:
            await choose_in_a_tunnel(friend, wish)
        else:
            await friend.tap(wish)
        await expect(friend.table.part("pick=set")).to_have_attribute("data-tap", str(wish.number))
        await friend.table.page.keyboard.press("Enter")
        await expect(friend.table.part("pick=locked")).to_have_count(1)

    await at_once(awake[1:], choose)
    await choose(host)
    await all_see(awake, "dawn", seconds=25)
    for friend in friends:
        gone = friends[0].table.page.locator("[data-out]", has_text=NAMES[friend.number - 1])
        friend.is_out = friend.is_out or await gone.count() > 0


async def choose_in_a_tunnel(friend: Friend, wish: Friend) -> None:
    """Lose the line, choose all the same, and come back with the choice."""
    await friend.tunnel.cut()
    await friend.tap(wish)
    await expect(friend.table.part("pick=pending")).to_have_count(1)
    await expect(friend.table.part("banner")).to_be_visible()
    await friend.back()


async def day(here: list[Friend]) -> None:
    """Go on, and have as many ask for the vote as it takes."""
    await go_on(here)
    await all_see(here, "day")


async def go_on(here: list[Friend]) -> None:
    """Leave the scene; where it takes long to get to everybody, it has passed by itself."""

    async def press(friend: Friend) -> None:
        await friend.table.page.evaluate("document.querySelector('[data-go-on]')?.click()")

    await at_once(here, press)


async def to_the_vote(here: list[Friend]) -> None:
    """Ask for the vote until there is one."""

    async def ask(friend: Friend) -> None:
        if not friend.is_out:
            await friend.table.page.evaluate("document.querySelector('[data-do=done]')?.click()")

    await at_once(here, ask)
    await all_see(here, "voting", seconds=10)


async def vote(here: list[Friend], accused: Friend, *, is_last: bool = False) -> None:
    """Have those who live vote somebody out."""

    async def cast(friend: Friend) -> None:
        if not friend.is_out:
            await friend.table.page.keyboard.press("s" if friend is accused else str(accused.number))

    await at_once(here, cast)
    await all_see(here, "out", seconds=15)
    accused.is_out = True
    await go_on(here)
    await all_see(here, "end" if is_last else "night", seconds=10)


async def story(friend: Friend) -> str:
    """Read what happened, as this page tells it in the end."""
    return await friend.table.page.get_by_role("region", name="What happened").inner_text()


async def test_eight_friends_play_while_two_of_them_lose_the_network(guests: Guests) -> None:
    friends = await seated(guests)
    await dealt(friends)
    first, second = [friend for friend in friends if friend.role == "Mafia"]
    [doctor] = [friend for friend in friends if friend.role == "Doctor"]
    here = [friend for friend in friends if friend is not doctor]
    away = next(friend for friend in friends if friend.role == "Villager")
    await night(friends, away)
    await day(friends)
    await to_the_vote(friends)
    await doctor.tunnel.cut()
    await vote(here, first)
    await night(here)
    await day(here)
    gone = friends[0] if friends[0] is not doctor else friends[1]
    doctors = gone.table.page.locator(".seat[data-out]", has_text=NAMES[doctor.number - 1])
    await expect(doctors).to_have_count(1, timeout=GRACE * 1000)
    await doctor.back()
    await expect(doctor.table.part("away-panel")).to_contain_text("Yours was empty for longer, so you are out.")
    doctor.is_out = True
    await to_the_vote(friends)
    await vote(friends, second, is_last=True)
    assert len({await story(friend) for friend in friends}) == 1
    lost = (away, doctor)
    assert {friend.number: friend.watch.confusing(is_lost=friend in lost) for friend in friends} == {
        friend.number: [] for friend in friends
    }
