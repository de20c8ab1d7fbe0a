"""Games to keep: played by the engine, logged as the store logs them, with all that each seat was shown meanwhile."""

from collections.abc import Mapping
from typing import Unpack
from uuid import UUID

from msgspec import json, structs

from game import tape
from game.codec import Entry, entry_of, entry_text
from game.engine.commands import RoomCommand, Start
from game.engine.facts import Dealt
from game.engine.ids import RoomId, UserId
from game.engine.refusals import Refusal
from game.engine.state import RoomState
from game.filming import filmed
from tests.engine import scene
from tests.engine.table import NOON, SEED, Table
from tests.engine.wishes import Pace
from tests.records.story import GAME, ROOM

SIX = ("ann", "bob", "cat", "dan", "eve", "fay")
IDS = {name: str(UUID(int=number)) for number, name in enumerate(SIX, start=1)}
LONG_AFTER = 4_000_000_000_000
"""No deadline of such a game has passed by the clock of Redis."""


class Logged(Table):
    """A table whose changes are logged, from the deal on."""

    def __init__(self, state: RoomState, now: int = NOON) -> None:
        super().__init__(state, now)
        self.log: list[Entry] = []

    def do(self, command: RoomCommand) -> Refusal | None:
        refusal = super().do(command)
        facts = () if refusal else self.facts
        dealt = self.state if Dealt() in facts else None
        if dealt or self.log:
            self.log.append(Entry(self.now, command, facts, self.state.downtime, dealt))
        return refusal

    @property
    def read(self) -> list[Entry]:
        """The log as it comes back from Redis."""
        return [entry_of(entry_text(entry)) for entry in self.log]

    def told(self, who: str) -> list[str]:
        """Every frame that this player got since the deal, but for the word that they have left."""
        return [text for frame in self.shown[who] if "room:left" not in (text := json.encode(frame).decode())]


def begun(**rules: Unpack[Pace]) -> Logged:
    """A game in its first night, of people who have just sat down."""
    lobby = scene.lobby(*SIX, first_night="kill", **rules)
    table = Logged(lobby.state, lobby.now)
    assert table.start() is None
    return table


def of_site(seats: Mapping[str, str] = IDS, *, game_id: str = GAME) -> Logged:
    """The same first night in a room of the site, whose ids are those of its records; long after now."""
    lobby = scene.lobby(*seats.values(), first_night="kill").state
    named = {user: structs.replace(lobby.players[UserId(user)], username=name.title()) for name, user in seats.items()}
    table = Logged(structs.replace(lobby, version=0, room_id=RoomId(ROOM), players=named), LONG_AFTER)
    assert table.do(Start(lobby.host_id, SEED, game_id)) is None
    return table


def played(table: Logged | None = None) -> Logged:
    """A whole game: whispers, a death, ghosts, talk, votes, and the village wins."""
    table = table or begun()
    roles = {role: [user for user in table.seats if table.player(user).role == role] for role in ("mafia", "villager")}
    wolves, (victim, *others) = roles["mafia"], roles["villager"]
    table.say(wolves[0], f"let us take {table.player(victim).username}")
    for wolf in wolves:
        table.kill(wolf, victim)
    for user in table.living:
        table.done(user, wolves[0] if user != wolves[0] else victim)
    table.expire()
    table.say(victim, "I saw nothing")
    for wolf in list(wolves):
        table.say(others[0] if others else wolf, f"It is {table.player(wolf).username}, believe me")
        table.expire()
        for user in table.living:
            table.vote(user, None if user == wolf else wolf)
        table.expire()
        if table.phase == "ended":
            break
        table.expire()
    assert table.phase == "ended"
    return table


def packed() -> bytes:
    """The tape of such a game, as the records keep it."""
    return tape.pack(filmed(played(of_site()).read))
