"""Who may speak when, and who hears it (protocol, "Chat and voting"); the channel is the state's choice."""

from typing import assert_never

from game.engine import edit, manners
from game.engine.change import Change
from game.engine.commands import Mute, Say
from game.engine.facts import Channel, Muted, Said
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase, Role, RoomState


def say(state: RoomState, command: Say, now_ms: int) -> Change | Refusal:
    """Speak on the channel that this phase gives this player."""
    if state.players[command.by].muted_until > now_ms:
        return Refusal.MUTED
    channel = channel_of(state, command.by)
    if channel is None or command.channel not in (None, channel):
        return Refusal.WRONG_PHASE
    flag = None if command.phrase else manners.flag(command.message)
    said = Said(command.message_id, command.by, command.message, channel, now_ms, command.phrase, flag)
    if channel is Channel.DAY:
        state = edit.player(state, command.by, spoken=state.players[command.by].spoken + 1)
    return Change(state, (said,))


def mute(state: RoomState, command: Mute, now_ms: int) -> Change:
    """Silence a player for a while, and say so to everybody; at night to nobody else, or it would tell a role."""
    until = now_ms + command.seconds * 1000
    muted = edit.player(state, command.by, muted_until=until)
    return Change(muted, (Muted(command.by, until, command.reason, at_night=state.phase is Phase.NIGHT),))


def channel_of(state: RoomState, user: UserId) -> Channel | None:
    """Where this player speaks now; None when only silence is left."""
    player = state.players[user]
    match state.phase:
        case Phase.LOBBY | Phase.ENDED:
            return Channel.LOBBY
        case _ if not player.alive:
            return Channel.DEAD
        case Phase.DAY | Phase.VOTING:
            return Channel.DAY
        case Phase.NIGHT:
            return Channel.MAFIA if user in state.acting_as(Role.MAFIA) else None
        case _:
            assert_never(state.phase)


def is_public(said: Said) -> bool:
    """Whether everybody at the table, and whoever looks on, may read the message."""
    return said.channel in (Channel.LOBBY, Channel.DAY)


def hears(state: RoomState, user: UserId, said: Said) -> bool:
    """Whether this player may read the message, at once or in the history."""
    player = state.players[user]
    match said.channel:
        case Channel.LOBBY | Channel.DAY:
            return True
        case Channel.MAFIA:
            return player.role is Role.MAFIA and state.running.started_at <= said.at <= (player.out_at or said.at)
        case Channel.DEAD:
            return player.out_at is not None and said.at >= player.out_at
        case _:
            assert_never(said.channel)
