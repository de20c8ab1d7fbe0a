"""Who is there, who is away, and what staying away costs (house rules, "Absence")."""

from typing import assert_never

from game.engine import ballot, edit, reveal, seats
from game.engine.change import Change
from game.engine.commands import Connect, Disconnect, Lapse
from game.engine.facts import Connected, LeaveReason, Resync, Unseated
from game.engine.ids import UserId
from game.engine.settings import Absence
from game.engine.state import Happening, Phase, Player, Role, RoomState

SILENCE_MS = 12_000
"""A connection without a sign of life for this long is taken for lost."""


def connect(state: RoomState, command: Connect, now_ms: int) -> Change:
    """The player is here, on this connection alone; of two on their way in at once, the newer one stays."""
    player = state.players[command.by]
    if player.connected and command.connection < player.connection:
        return Change(state)
    here = edit.player(
        state,
        command.by,
        joined_at=player.joined_at if player.is_present else now_ms,
        connected=True,
        connection=command.connection,
        last_sign=now_ms,
        grace_ends_at=None,
        gave_up=player.gave_up and (player.leaving or not player.alive),
    )
    return Change(seats.with_host(here), (Connected(command.by, command.connection),))


def disconnect(state: RoomState, command: Disconnect, now_ms: int) -> Change:
    """The socket closed; the late close of an old one must not take the new one away."""
    return _away(state, command, now_ms)


def lapse(state: RoomState, command: Lapse) -> Change:
    """The connection has been silent too long; its grace runs from the last sign of life."""
    return _away(state, command, command.last_sign)


def leave(state: RoomState, user: UserId, now_ms: int) -> Change:
    """Give the seat up; outside of the lobby it stays and is treated as after the grace."""
    if state.phase is Phase.LOBBY:
        return seats.unseat(state, user, LeaveReason.LEFT)
    gone = edit.player(state, user, connected=False, connection="")
    farewell = Change(gone, (Unseated(user, LeaveReason.LEFT),))
    return farewell.then(_given_up(gone, user, now_ms))


def expire(state: RoomState, now_ms: int) -> Change:
    """Count out everybody whose grace is over, in seat order."""
    change = Change(state)
    for user, player in state.players.items():
        if player.grace_ends_at is not None and player.grace_ends_at <= now_ms:
            change = change.then(_given_up(change.state, user, now_ms))
    return change


def count_out(state: RoomState, user: UserId, now_ms: int) -> RoomState:
    """The player is dead from now on."""
    dead = edit.player(state, user, alive=False, leaving=False, out_at=now_ms)
    return edit.game(dead, last_death_round=dead.round)


def _away(state: RoomState, command: Disconnect | Lapse, last_sign: int) -> Change:
    player = state.players[command.by]
    if player.connection != command.connection or not player.connected:
        return Change(state)
    grace_ends_at = last_sign + seats.GRACE_MS
    return Change(edit.player(state, command.by, connected=False, last_sign=last_sign, grace_ends_at=grace_ends_at))


def _given_up(state: RoomState, user: UserId, now_ms: int) -> Change:
    if state.phase is Phase.LOBBY:
        return seats.unseat(state, user, LeaveReason.LEFT)
    is_leaver = state.players[user].gave_up or (state.phase is not Phase.ENDED and state.players[user].alive)
    given_up = seats.with_host(edit.player(state, user, grace_ends_at=None, gave_up=is_leaver))
    player = given_up.players[user]
    if state.phase is Phase.ENDED or not player.alive or not _is_eliminated(player, state.settings.absence):
        return Change(given_up)
    if state.phase is Phase.NIGHT:
        return Change(edit.player(given_up, user, leaving=True))
    return _out_by_day(given_up, user, now_ms)


def _is_eliminated(player: Player, policy: Absence) -> bool:
    match policy:
        case Absence.BY_ROLE:
            return player.role is not Role.VILLAGER
        case Absence.ELIMINATE:
            return True
        case Absence.IGNORE:
            return False
        case _:
            assert_never(policy)


def _out_by_day(state: RoomState, user: UserId, now_ms: int) -> Change:
    death = reveal.death(state, user)
    noted = edit.chronicle(state, Happening("out", state.round, now_ms, deaths=(death,)))
    out = ballot.withdraw(count_out(noted, user, now_ms), user, now_ms)
    return out.then(Change(out.state, (Resync(),)))
