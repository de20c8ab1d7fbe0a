"""One game played by hand, phase by phase, so that a scenario knows where it strikes; it strikes nothing itself."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial

from tests.chaos import ground
from tests.client import Player, Table
from tests.client.record import Direction, Frame, now
from tests.client.view import View
from tests.gateway import checker
from tests.servers import Site

PACE = {"nightTime": 15, "discussionTime": 15, "voteTime": 10, "revealTime": 3}
CAST = {"mafia": 1, "detective": True, "doctor": True, "firstNight": "kill"}
BACK = 15.0  # seconds: the way back of a client, on a busy machine
RECORDED = 20.0  # seconds: the lease of a recorder that was killed, and the pause of a pool that found nobody
LONGEST = 40.0  # seconds: any phase of this pace, and an outage in it


@asynccontextmanager
async def begun(site: Site, *, players: int = 5, **settings: object) -> AsyncIterator[Table]:
    """A table in its first night: a mafioso, a detective, a doctor, and villagers."""
    async with Table.open(site.urls, players=players, settings={**PACE, **CAST, **settings}) as table:
        await table.start()
        yield table


# -- who is who


def one(table: Table, role: str) -> Player:
    """A player who was dealt this role."""
    return table.by_role(role)[0]


def living(table: Table) -> list[Player]:
    """The players who may still act."""
    return [player for player in table.players if player.view.alive]


def dealt(table: Table) -> Frame:
    """Who knows himself as what."""
    return {player.name: player.view.role for player in table.players}


def ends_at(table: Table) -> int:
    """When the phase ends, as everybody was told alike."""
    (told,) = {player.view.ends_at for player in table.players}
    assert told is not None
    return told


# -- what they do


async def sleep(table: Table) -> None:
    """Everybody who lives has nothing more to do tonight."""
    await asked(living(table), "action:done")
    await come(table, "day")


async def talk(table: Table) -> None:
    """As many as it takes want to vote now."""
    willing = living(table)
    await asked(willing[: len(willing) // 2 + 1], "action:done")
    await come(table, "voting")


async def hang(table: Table, target: Player) -> None:
    """Everybody else votes for this one, who votes for nobody."""
    await asked([player for player in living(table) if player is not target], "vote:cast", targetId=target.user_id)
    if target.closed is None:
        await asked([target], "vote:cast", targetId=None)


async def hang_the_mafioso(table: Table) -> None:
    """The village wins today, from wherever the game stands; and the game has kept its invariants."""
    if table.players[0].view.phase == "night":
        await sleep(table)
    if table.players[0].view.phase == "day":
        await talk(table)
    await hang(table, one(table, "mafia"))
    await over(table)


async def introduce(table: Table, *, within: float) -> None:
    """What each says reaches each, once, whichever gateway they are at."""
    said = sorted(f"I am {player.name}." for player in living(table))
    for player in living(table):
        await asked([player], "chat:send", message=f"I am {player.name}.")
    for player in table.players:
        heard = await player.until(lambda view: len(view.chat) >= len(said), timeout=within)
        assert sorted(line.text for line in heard.chat) == said


async def asked(players: Sequence[Player], event: str, **fields: object) -> None:
    """All of these send the event, and each is told that it is kept."""
    answers = await asyncio.gather(*(player.send(event, **fields) for player in players))
    assert [answer for answer in answers if answer["type"] != "ack"] == []


# -- what they see


async def come(table: Table, phase: str) -> None:
    """Everybody who listens sees this phase begin."""
    for player in table.players:
        if player.closed is None:
            await player.until(lambda view: view.phase == phase, timeout=LONGEST)


async def over(table: Table) -> None:
    """Everybody sees the same end, and what came before it keeps the invariants."""
    for player in table.players:
        await player.until(lambda view: view.end, timeout=LONGEST)
    assert checker.check(table.tape) == []


async def recorded_once(site: Site, table: Table, winner: str = "villagers") -> None:
    """The records have one row of this table's game, and as many roles as there were players."""
    room = table.players[0].view.room_id
    query = "SELECT id, winner FROM games WHERE room_id = %s"
    rows = await ground.until(lambda: site.rows(query, room), patience=RECORDED)
    assert [each for _, each in rows] == [winner]
    roles = site.rows("SELECT user_id::text, role FROM game_roles WHERE game_id = %s", rows[0][0])
    assert sorted(roles) == sorted((player.user_id, player.view.role) for player in table.players)


def returns(table: Table) -> dict[str, int]:
    """How often each player has come back so far."""
    return {player.name: len(player.seen("auth:reconnect")) for player in table.players}


def _has_returned(player: Player, before: int, _: View) -> bool:
    return len(player.seen("auth:reconnect")) > before


async def back(table: Table, before: dict[str, int]) -> None:
    """Everybody, or everybody who was named, has come back since."""
    for player in table.players:
        if player.name in before:
            await player.until(partial(_has_returned, player, before[player.name]), timeout=BACK)


def at(table: Table, url: str) -> list[Player]:
    """The players whose line goes to this gateway."""
    return [player for player in table.players if _lines(player, Direction.OPENED)[-1]["url"] == url]


def is_away(player: Player, _: View) -> bool:
    """Whether this player has no line at the moment."""
    ends = [record.direction for record in player.tape if record.direction in {Direction.OPENED, Direction.CLOSED}]
    return ends[-1] is Direction.CLOSED


def last_code(player: Player) -> int:
    """Why this player's last line was closed."""
    return int(_lines(player, Direction.CLOSED)[-1]["code"])


def _lines(player: Player, direction: Direction) -> list[Frame]:
    return [record.frame for record in player.tape if record.direction is direction]


async def moment(at_ms: float) -> None:
    """Wait until the clock of this machine shows this: a deadline is made of time."""
    await asyncio.sleep(max(0.0, at_ms - now()) / 1000)
