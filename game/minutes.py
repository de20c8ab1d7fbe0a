"""What a change of a room owes to the records: the difference of two states as outbox events; writes nothing."""

from collections.abc import Iterator

from game.engine.ids import UserId
from game.engine.state import Phase, Player, RoomState, Status
from game.outbox import GameEnded, OutboxEvent, PlayerJoined, PlayerLeft, RoomChanged, RoomOpened


def between(before: RoomState | None, after: RoomState, now_ms: int) -> list[OutboxEvent]:
    """The events of one commit, in the order in which the records need them; bots leave no trace."""
    events: list[OutboxEvent] = []
    if before is None:
        events.append(_opened(after))
    events.extend(_joined(before, after))
    events.extend(_left(before, after, now_ms))
    if before is not None and _standing(before) != _standing(after):
        events.append(_changed(after, now_ms))
    if after.phase is Phase.ENDED and before is not None and before.phase is not Phase.ENDED:
        events.append(_ended(after))
    return events


def _opened(state: RoomState) -> RoomOpened:
    return RoomOpened(
        room_id=state.room_id,
        room_code=state.room_code,
        is_public=state.is_public,
        max_players=state.max_players,
        host_id=state.host_id,
        at=state.created_at,
    )


def _joined(before: RoomState | None, after: RoomState) -> Iterator[PlayerJoined]:
    known = _staying(before)
    for user, player in _staying(after).items():
        if user not in known:
            yield PlayerJoined(
                room_id=after.room_id, user_id=user, username=player.username, joined_at=player.joined_at
            )


def _left(before: RoomState | None, after: RoomState, now_ms: int) -> Iterator[PlayerLeft]:
    still = _staying(after)
    for user, player in _staying(before).items():
        if user not in still:
            yield PlayerLeft(
                room_id=after.room_id,
                user_id=user,
                joined_at=player.joined_at,
                left_at=now_ms,
                was_kicked=user in after.kicked,
            )


def _staying(state: RoomState | None) -> dict[UserId, Player]:
    """Whose stay goes on: a game keeps the seat of somebody who gave it up, and the stay is over all the same."""
    if state is None or state.closed:
        return {}
    return {user: player for user, player in state.players.items() if player.is_present and not player.is_bot}


def _standing(state: RoomState) -> tuple[object, ...]:
    return (_status(state), state.host_id, state.max_players, state.is_public, state.closed)


def _status(state: RoomState) -> Status:
    return Status.ENDED if state.closed else state.status


def _changed(state: RoomState, now_ms: int) -> RoomChanged:
    status = _status(state)
    return RoomChanged(
        room_id=state.room_id,
        version=state.version,
        status=status,
        host_id=state.host_id,
        max_players=state.max_players,
        is_public=state.is_public,
        ended_at=now_ms if status is Status.ENDED else None,
    )


def _ended(state: RoomState) -> GameEnded:
    game, winner = state.running, state.running.winner
    if winner is None or game.ended_at is None:
        raise LookupError(game.game_id)
    players = {user: player for user, player in state.players.items() if player.role and not player.is_bot}
    return GameEnded(
        game_id=game.game_id,
        room_id=state.room_id,
        winner=winner,
        total_rounds=state.round,
        started_at=game.started_at,
        ended_at=game.ended_at,
        roles={user: player.role for user, player in players.items() if player.role},
        matched=game.is_matched,
        bots=sum(player.is_bot for player in state.players.values()),
        left=[user for user, player in players.items() if player.gave_up],
    )
