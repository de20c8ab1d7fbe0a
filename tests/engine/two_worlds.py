"""The same table twice, alike to one viewer and different in what the viewer may not know; plays both at once."""

from collections.abc import Iterator
from itertools import permutations

from msgspec import json

from game.engine import edit, timing
from game.engine.commands import RoomCommand
from game.engine.facts import Resync
from game.engine.ids import UserId
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.settings import RevealRoles
from game.engine.state import Phase, Role, RoomState
from tests.engine.table import ONLOOKER, Table


class Parted(Exception):  # noqa: N818 - an outcome, not an error
    """The rules have told the viewer what the worlds differ in: from here on they may differ in anything."""


class Worlds:
    """Two tables and their viewer; the roles of the pair are exchanged in the second."""

    def __init__(self, table: Table, *, viewer: UserId, pair: tuple[UserId, UserId]) -> None:
        self.viewer = viewer
        self.pair = pair
        self.both = (Table(table.state, table.now), Table(_exchanged(table.state, pair), table.now))
        self._compare()

    @property
    def state(self) -> RoomState:
        """The first world; where the second may differ, nobody should look at one alone."""
        return self.both[0].state

    @property
    def are_sides_exchanged(self) -> bool:
        """Whether one of the pair is a mafioso."""
        return len({self.state.players[user].side for user in self.pair}) > 1

    def do(self, *commands: RoomCommand) -> None:
        """Ask something of each world at the same moment."""
        for world, command in zip(self.both, commands, strict=True):
            world.do(command)
        self._compare()

    def probe(self, command: RoomCommand) -> None:
        """What the viewer might ask has one answer in both worlds; nothing comes of it."""
        answers = [reduce(world.state, command, world.now) for world in self.both]
        assert len({answer if isinstance(answer, Refusal) else None for answer in answers}) == 1

    def wait(self, gap_ms: int) -> None:
        """Let time go by, with the engine asleep."""
        for world in self.both:
            world.now += gap_ms

    def wake(self) -> None:
        """Go on to the moment at which both worlds want to be woken."""
        for world in self.both:
            world.wake()
        self._compare()

    def _compare(self) -> None:
        """The viewer must not be able to tell the worlds apart."""
        is_over = [world.phase is Phase.ENDED for world in self.both]
        if self._is_pair_told() or all(is_over):
            raise Parted
        if any(is_over):
            assert self.are_sides_exchanged
            assert self._fallen()
            raise Parted
        one, other = (list(_seen(world, self.viewer)) for world in self.both)
        assert one == other

    def _is_pair_told(self) -> bool:
        """Whether a death has shown what the worlds differ in."""
        match self.state.settings.reveal_roles:
            case RevealRoles.ROLE:
                return bool(self._fallen())
            case RevealRoles.SIDE:
                return bool(self._fallen()) and self.are_sides_exchanged
            case RevealRoles.NONE:
                return False

    def _fallen(self) -> list[UserId]:
        fallen = [[user for user in self.pair if user not in world.state.living] for world in self.both]
        assert fallen[0] == fallen[1]
        return fallen[0]


def pairs(scene: Table, viewer: str) -> list[tuple[UserId, UserId]]:
    """Whose roles may be exchanged without this viewer's knowledge: a mafioso knows the mafia, an onlooker nobody."""
    roles = {user: player.role for user, player in scene.state.players.items() if user != viewer}
    knows_mafia = viewer != ONLOOKER and scene.player(viewer).role is Role.MAFIA
    strangers = [user for user, role in roles.items() if not (knows_mafia and role is Role.MAFIA)]
    return [(one, other) for one, other in permutations(strangers, 2) if one < other and roles[one] != roles[other]]


def _seen(world: Table, viewer: UserId) -> Iterator[object]:
    """All that reaches the viewer: the bytes of frames and snapshot, and the moment of what comes next."""
    yield [json.encode(frame) for frame in world.shown[viewer]]
    yield json.encode(world.stage if viewer == ONLOOKER else world.sees(viewer))
    yield Resync() in world.facts
    yield timing.wake_at(world.state, world.now)


def _exchanged(state: RoomState, pair: tuple[UserId, UserId]) -> RoomState:
    one, other = (state.players[user].role for user in pair)
    return edit.player(edit.player(state, pair[0], role=other), pair[1], role=one)
