"""The day: talk until more than half of those who are here want to vote; and the tap that says so."""

from game.engine import night
from game.engine.change import Change
from game.engine.commands import Done
from game.engine.refusals import Refusal
from game.engine.state import Phase, RoomState


def done(state: RoomState, command: Done, now_ms: int) -> Change | Refusal:
    """At night: nothing more to do, with a private suspicion; by day: let us vote."""
    if state.phase not in (Phase.NIGHT, Phase.DAY) or now_ms >= (state.timers.phase_ends_at or 0):
        return Refusal.WRONG_PHASE
    if command.by not in state.acting:
        return Refusal.DEAD
    if command.target is not None and command.target not in state.living:
        return Refusal.BAD_TARGET
    if command.target is None:
        return Change(night.tap(state, command.by, now_ms))
    return Change(night.suspect(state, command.by, command.target, now_ms))


def due(state: RoomState) -> int | None:
    """When the day ends (ms): at its deadline, or at once when more than half of those here want to vote.

    Bots neither hurry people nor hold them up: they are asked only where no living person is left, and somebody who
    is away for a moment is not gone.
    """
    are_bots_asked = not any(state.players[user].is_present for user in state.acting if user in state.people)
    asked = [user for user in state.awaited if state.players[user].is_bot is are_bots_asked]
    willing = [user for user in asked if user in state.actions.taps]
    is_willing = len(willing) * 2 > len(asked)
    return state.timers.phase_began_at if is_willing else state.timers.phase_ends_at
