"""When a room has to be looked at next, and how an outage moves its clock; reads no clock itself."""

from msgspec import structs

from game.engine import edit, gathering, phases
from game.engine.bots import turns
from game.engine.state import Appointment, Player, RoomState, Timers

WATCH_MS = 30_000
"""A room without a deadline is looked at this often, so that one that everybody left is not kept for ever."""

AFTERGLOW_MS = 60 * 60_000
"""How long a table may sit at its end screen."""


def wake_at(state: RoomState, now_ms: int) -> int:
    """The next moment (ms) at which time alone may change this room."""
    graces = [player.grace_ends_at for player in state.players.values() if player.grace_ends_at is not None]
    dues = [at for at in (gathering.due(state), phases.due(state)) if at is not None] or [now_ms + WATCH_MS]
    turn = turns.next_at(state)
    return min([*graces, *dues, *([] if turn is None else [turn])])


def shifted(state: RoomState, downtime: int) -> RoomState:
    """The room with its clock moved to this total downtime (ms): an outage is nobody's absence."""
    by = downtime - state.downtime
    if by == 0:
        return state
    players = {user: _shifted_player(player, by) for user, player in state.players.items()}
    timers, appointment = _shifted_timers(state.timers, by), _shifted_appointment(state.appointment, by)
    return edit.state(state, players=players, timers=timers, appointment=appointment, downtime=downtime)


def _shifted_player(player: Player, by: int) -> Player:
    grace_ends_at = None if player.grace_ends_at is None else player.grace_ends_at + by
    return structs.replace(
        player,
        last_sign=player.last_sign + by,
        grace_ends_at=grace_ends_at,
        muted_until=player.muted_until + by,
        turned_at=player.turned_at + by,
    )


def _shifted_appointment(appointment: Appointment | None, by: int) -> Appointment | None:
    return appointment and structs.replace(
        appointment, starts_at=appointment.starts_at + by, latest_at=appointment.latest_at + by
    )


def _shifted_timers(timers: Timers, by: int) -> Timers:
    return Timers(
        phase_began_at=timers.phase_began_at + by,
        phase_ends_at=None if timers.phase_ends_at is None else timers.phase_ends_at + by,
        last_tap_at=timers.last_tap_at + by,
        last_vote_at=timers.last_vote_at + by,
    )
