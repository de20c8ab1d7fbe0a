"""Who sits at the table, who hosts it, and by which rules it plays; only before and after a game."""

from msgspec import UNSET

from accounts import names
from game.engine import edit, settings, setup
from game.engine.change import Change
from game.engine.commands import Configure, Join, Kick, Open, SetReady
from game.engine.facts import LeaveReason, Unseated
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import SCHEMA, Phase, Player, RoomState, Timers

MAX_KICKED = 200
GRACE_MS = 30_000
"""How long a seat waits for its player, from the last sign of life (system design, 5.5)."""


def opened(command: Open, now_ms: int) -> Change | Refusal:
    """A new room with its host on the first seat."""
    chosen = settings.patched(settings.Settings(), command.patch)
    if setup.choose(command.max_players, chosen) is None:
        return Refusal.INVALID
    state = RoomState(
        version=0,
        schema=SCHEMA,
        room_id=command.room_id,
        room_code=command.room_code,
        is_public=command.is_public,
        max_players=command.max_players,
        host_id=command.by,
        created_at=now_ms,
        phase=Phase.LOBBY,
        round=0,
        settings=chosen,
        players={command.by: _arrival(command.username, now_ms)},
        timers=Timers(),
        downtime=0,
    )
    return Change(state)


def join(state: RoomState, command: Join, now_ms: int) -> Change | Refusal:
    """Take a free seat in the lobby; whoever still has a seat simply keeps it."""
    if command.by in state.kicked:
        return Refusal.KICKED
    if command.by in state.players:
        return _came_back(state, command.by)
    if state.phase is Phase.ENDED:
        return Refusal.ENDED
    if state.phase is not Phase.LOBBY:
        return Refusal.IN_GAME
    if len(state.players) >= state.max_players:
        return Refusal.FULL
    taken = [player.username for player in state.players.values()]
    arrival = _arrival(names.distinct(command.username, taken), now_ms)
    return Change(edit.state(state, players={**state.players, command.by: arrival}))


def kick(state: RoomState, command: Kick) -> Change | Refusal:
    """The host removes somebody, who cannot come back to this room."""
    if refusal := _not_hosting(state, command.by):
        return refusal
    if command.user_id not in state.players or command.user_id == command.by:
        return Refusal.INVALID
    banned = edit.state(state, kicked=(*state.kicked, command.user_id)[-MAX_KICKED:])
    return unseat(banned, command.user_id, LeaveReason.KICKED)


def set_ready(state: RoomState, command: SetReady) -> Change | Refusal:
    """Ready or not; only a lobby asks for it."""
    if state.phase is not Phase.LOBBY:
        return Refusal.WRONG_PHASE
    return Change(edit.player(state, command.by, ready=command.ready))


def configure(state: RoomState, command: Configure) -> Change | Refusal:
    """The host changes the rules; the others have agreed to the old ones, so they are asked anew."""
    if refusal := _not_hosting(state, command.by):
        return refusal
    max_players = state.max_players if command.max_players is UNSET else command.max_players
    if max_players < len(state.players):
        return Refusal.INVALID
    patched = settings.patched(state.settings, command.patch)
    if setup.choose(max_players, patched) is None:
        return Refusal.INVALID
    is_public = state.is_public if command.is_public is UNSET else command.is_public
    asked_anew = edit.everybody(state, ready=False)
    host_kept = edit.player(asked_anew, command.by, ready=state.players[command.by].ready)
    return Change(edit.state(host_kept, settings=patched, max_players=max_players, is_public=is_public))


def unseat(state: RoomState, user: UserId, reason: LeaveReason) -> Change:
    """The seat is free again; an empty room closes."""
    players = {each: player for each, player in state.players.items() if each != user}
    left = edit.state(state, players=players, closed=state.closed or not players)
    return Change(with_host(left), (Unseated(user, reason),))


def with_host(state: RoomState) -> RoomState:
    """The room with somebody present as host: the one who has been there longest (house rules, "Absence")."""
    host = state.players.get(state.host_id)
    if host is not None and host.is_present:
        return state
    present = [user for user, player in state.players.items() if player.connected and not player.is_bot]
    heirs = present or ([] if host else list(state.players))
    return edit.state(state, host_id=heirs[0]) if heirs else state


def _arrival(username: str, now_ms: int) -> Player:
    # The socket comes later than the seat (a plain form seats, too), so the grace runs from the start.
    return Player(username, now_ms, last_sign=now_ms, grace_ends_at=now_ms + GRACE_MS)


def _came_back(state: RoomState, user: UserId) -> Change | Refusal:
    return Refusal.IN_GAME if state.players[user].leaving else Change(state)


def _not_hosting(state: RoomState, user: UserId) -> Refusal | None:
    if user != state.host_id:
        return Refusal.NOT_HOST
    return None if state.phase is Phase.LOBBY else Refusal.WRONG_PHASE
