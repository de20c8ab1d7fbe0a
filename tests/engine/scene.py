"""Tables set in sentences: `day("ann", "bob", mafia="bob", out="cat")`; drives the engine, judges nothing.

The user id of a player is the name, and the names are the seats in order.
"""

from typing import Unpack

from game.engine import edit
from game.engine.commands import (
    Convene,
    Guest,
    Open,
)
from game.engine.ids import RoomCode, RoomId, UserId
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.settings import FirstNight
from game.engine.setup import Setup
from game.engine.state import Role, RoomState
from tests.engine.table import NOON, SEED, Table
from tests.engine.wishes import Cast, Pace, Rules, patch


def opened(host: str = "ann", *, max_players: int = 16, **rules: Unpack[Rules]) -> Open:
    return Open(
        by=UserId(host),
        username=host.title(),
        room_id=RoomId("room-1"),
        room_code=RoomCode("MAFIAX"),
        is_public=False,
        max_players=max_players,
        patch=patch(**rules),
    )


def lobby(*names: str, max_players: int = 16, **rules: Unpack[Rules]) -> Table:
    """A lobby in which everybody is here and ready; the first name is the host's."""
    change = reduce(None, opened(names[0], max_players=max_players, **rules), NOON)
    assert not isinstance(change, Refusal)
    table = Table(change.state)
    for name in names:
        table.join(name)
        table.connect(name)
        table.ready(name)
    return table


def convened(*names: str, bots: str = "", least: int = 6) -> Table:
    """A table of strangers, given their seats a moment ago; none of them has come yet."""
    guests = tuple(Guest(UserId(name), name.title()) for name in names)
    company = tuple(Guest(UserId(name), name.title()) for name in bots.split())
    made = Convene(guests[0].user_id, RoomId("room-1"), RoomCode("MAFIAX"), guests, company, least, SEED, "game-1")
    change = reduce(None, made, NOON)
    assert not isinstance(change, Refusal)
    return Table(change.state)


def night(
    *names: str,
    mafia: str,
    detective: str = "",
    doctor: str = "",
    out: str = "",
    meeting: bool = False,
    **pace: Unpack[Pace],
) -> Table:
    """The first night, with the roles as said."""
    table = lobby(*names, **pace)
    assert table.start(names[0]) is None
    roles = {Role.MAFIA: mafia.split(), Role.DETECTIVE: detective.split(), Role.DOCTOR: doctor.split()}
    table.state = edit.everybody(table.state, role=Role.VILLAGER)
    for role, players in roles.items():
        for player in players:
            table.state = edit.player(table.state, UserId(player), role=role)
    for player in out.split():
        table.state = edit.player(table.state, UserId(player), alive=False, out_at=table.now)
    table.state = edit.game(table.state, setup=_setup(table.state, meeting=meeting))
    return table


def day(*names: str, **cast: Unpack[Cast]) -> Table:
    """The day after a night in which nobody died."""
    return night(*names, **cast).expire()


def voting(*names: str, **cast: Unpack[Cast]) -> Table:
    """The vote after that day."""
    return day(*names, **cast).expire()


def ended(*names: str, **cast: Unpack[Cast]) -> Table:
    """The end of a game in which the village voted its only mafioso out."""
    table = voting(*names, **cast)
    return with_votes(table, *(f"{user}>{cast['mafia']}" for user in table.living if user != cast["mafia"])).expire()


def with_votes(table: Table, *ballots: str) -> Table:
    """The vote with these ballots cast, each "voter>target" or "voter>skip"."""
    for ballot in ballots:
        voter, target = ballot.split(">")
        assert table.vote(voter, None if target == "skip" else target) is None
    return table


def _setup(state: RoomState, *, meeting: bool) -> Setup:
    roles = [player.role for player in state.players.values()]
    return Setup(
        mafia=roles.count(Role.MAFIA),
        detective=roles.count(Role.DETECTIVE),
        doctor=roles.count(Role.DOCTOR),
        villager=roles.count(Role.VILLAGER),
        first_night=FirstNight.MEETING if meeting else FirstNight.KILL,
    )
