"""Players vanish: their seats wait for them for the grace, and not longer; what everybody left is cleared away."""

from contextlib import AsyncExitStack
from pathlib import Path

from redis import Redis

from game import keys
from game.engine.ids import RoomId
from tests.chaos import evening, ground
from tests.chaos.line import Cable
from tests.chaos.together import together
from tests.client import Player, Table
from tests.client.connection import Line
from tests.servers import Site

GRACE = 30.0
FLAPS = 50


@together
async def test_a_seat_waits_for_its_player_as_long_as_the_grace_and_then_the_role_decides() -> None:
    async with ground.site() as site, evening.begun(site, players=6, discussionTime=120, firstNight="meeting") as table:
        await evening.sleep(table)
        mafia, doctor, detective = (evening.one(table, role) for role in ("mafia", "doctor", "detective"))
        villager = evening.one(table, "villager")
        known = doctor.view

        for player in (doctor, detective, villager):
            player.cut()
        for player in (doctor, detective, villager):
            await sees(mafia, player, connected=False)
        await doctor.reconnect()
        await sees(mafia, doctor, connected=True)
        assert (doctor.view.role, doctor.view.phase, doctor.view.chat) == (known.role, known.phase, known.chat)

        await mafia.until(lambda view: not view.seats[detective.user_id].alive, timeout=GRACE + 5)
        assert mafia.view.seats[villager.user_id].alive
        for player in (detective, villager):
            await player.reconnect()
            await sees(mafia, player, connected=True)
        assert not detective.view.alive
        assert villager.view.alive
        await evening.hang_the_mafioso(table)
        await evening.recorded_once(site, table)


@together
async def test_a_line_that_dies_without_a_word_is_noticed() -> None:
    async with AsyncExitStack() as stack:
        site = await stack.enter_async_context(ground.site())
        cable = await stack.enter_async_context(Cable(site.url).open())
        table = await stack.enter_async_context(Table.open(site.url, players=4, max_players=5))
        late = Player(Line(urls=[cable.url], username="Late", origin=site.url))
        await late.connect()
        stack.push_async_callback(late.close)
        await evening.asked([late], "room:join", roomCode=table.room_code)
        cable.is_dead = True
        await sees(table.players[0], late, connected=False, timeout=45)
        cable.is_dead = False
        await sees(table.players[0], late, connected=True, timeout=evening.BACK)


@together
async def test_a_player_who_flaps_has_one_seat_and_leaves_nothing_behind() -> None:
    async with ground.site() as site, Table.open(site.url, players=4) as table:
        restless, calm = table.players[0], table.players[1]
        room = calm.view.room_id
        await flap(restless)  # the pools of the process get about as large as this needs
        files = open_files(site)
        await flap(restless)
        await calm.until(lambda view: view.seats[restless.user_id].connected)
        assert len(calm.view.seats) == len(table.players)
        await ground.until(lambda: open_files(site) < files + FLAPS / 5)
        with site.redis() as live:
            seen = keys.of_room(RoomId(room)).seen
            await ground.until(lambda: live.zcard(seen) == len(table.players), patience=30)


@together
async def test_what_everybody_left_is_cleared_away() -> None:
    async with ground.site() as site:
        async with evening.begun(site) as table:
            await evening.hang_the_mafioso(table)
        async with Table.open(site.url, players=4) as lobby:
            for player in lobby.players:
                player.cut()
            with site.redis() as live:
                assert len(rooms(live)) > 1
                await ground.until(lambda: not rooms(live), patience=GRACE + 15)
        await evening.recorded_once(site, table)


async def flap(player: Player) -> None:
    """Come and go without end."""
    for _ in range(FLAPS):
        player.cut()
        await player.reconnect()


async def sees(player: Player, other: Player, *, connected: bool, timeout: float = 10) -> None:  # noqa: ASYNC109
    """One player sees another come or go."""
    await player.until(lambda view: view.seats[other.user_id].connected is connected, timeout=timeout)


def open_files(site: Site) -> int:
    """How many files and sockets the gateway has open."""
    return len(list(Path(f"/proc/{site.gateways[0].pid}/fd").iterdir()))


def rooms(live: Redis) -> list[bytes]:
    """Every key that is some room's, or says who sits where."""
    return [key for kind in ("room", "user", "code") for key in live.scan_iter(f"*:{kind}:*")]
