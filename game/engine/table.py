"""From lobby to game and back: the start with its fair deal, and the rematch."""

from game.engine import deal, edit, phases, seats, setup
from game.engine.change import Change
from game.engine.commands import Rematch, Start
from game.engine.facts import Dealt, LeaveReason, RoomChanged
from game.engine.refusals import Refusal
from game.engine.setup import Setup
from game.engine.state import Actions, Game, Phase, RoomState, Timers


def start(state: RoomState, command: Start, now_ms: int) -> Change | Refusal:
    """The host begins: enough seats, all others ready; commitment and roles before the first night."""
    if refusal := _may_not_start(state, command):
        return refusal
    made = setup.choose(len(state.players), state.settings)
    if made is None:
        return Refusal.INVALID
    return begin(state, command, made, now_ms)


def begin(state: RoomState, dice: Start, made: Setup, now_ms: int, *, is_matched: bool = False) -> Change:
    """A new game for everybody who sits here, with these dice and this setup."""
    order = tuple(state.players)
    promise = deal.commitment(seed=dice.seed, order=order, setup=made)
    game = Game(dice.game_id, dice.seed, promise, order, made, now_ms, is_matched)
    dealt = edit.state(state, round=0, game=game, appointment=None)
    for user, role in deal.roles(seed=dice.seed, order=order, setup=made).items():
        dealt = edit.player(dealt, user, role=role, alive=True, out_at=None, gave_up=False, turned_at=0, spoken=0)
    night = phases.begin_night(dealt, now_ms)
    # The room comes first: it makes a client forget the last game, and only then may it hear the new role.
    return Change(night.state, (RoomChanged(), Dealt(), *night.facts))


def rematch(state: RoomState, command: Rematch) -> Change | Refusal:
    """Back to the lobby with the same code and people; whoever asks is ready for the next game."""
    if state.phase is Phase.LOBBY and state.game is not None:
        return Change(edit.player(state, command.by, ready=True))
    if state.phase is not Phase.ENDED:
        return Refusal.WRONG_PHASE
    if not state.players[command.by].is_present:
        return Refusal.NOT_IN_ROOM
    cleared = edit.everybody(state, role=None, alive=True, out_at=None, leaving=False, gave_up=False)
    asked = edit.player(edit.nobody_ready(cleared), command.by, ready=True)
    lobby = edit.state(asked, phase=Phase.LOBBY, round=0, timers=Timers(), actions=Actions(), votes={})
    return _without_absent(lobby)


def _without_absent(state: RoomState) -> Change:
    change = Change(state)
    for user, player in state.players.items():
        if not player.is_present:
            change = change.then(seats.unseat(change.state, user, LeaveReason.LEFT))
    return change


def _may_not_start(state: RoomState, command: Start) -> Refusal | None:
    if command.by != state.host_id:
        return Refusal.NOT_HOST
    if state.phase is not Phase.LOBBY or state.is_gathering:
        return Refusal.WRONG_PHASE
    if len(state.players) < setup.MIN_SEATS:
        return Refusal.TOO_FEW
    others = [player for user, player in state.players.items() if user != command.by]
    return None if all(player.ready for player in others) else Refusal.NOT_READY
