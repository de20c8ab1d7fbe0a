"""Which rooms anybody may join, by their state alone: every commit asks, so the list is never older than a room."""

from game.engine.state import Phase, RoomState


def rank(state: RoomState) -> int:
    """How many people wait there; 0 for a room that is not for everybody, or has no seat or no host at this moment."""
    return len(state.people) if _is_for_everybody(state) and _can_seat(state) else 0


def _is_for_everybody(state: RoomState) -> bool:
    """Whether the host has said so; strangers who were brought together have not been asked."""
    were_brought_together = state.appointment is not None or (state.game is not None and state.game.is_matched)
    return state.is_public and not were_brought_together


def _can_seat(state: RoomState) -> bool:
    host = state.players.get(state.host_id)
    is_waiting = state.phase is Phase.LOBBY and not state.closed and len(state.players) < state.max_players
    return is_waiting and host is not None and host.connected
