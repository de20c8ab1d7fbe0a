"""The one door to the rules: a state and a command in, a change or a refusal out."""

from typing import assert_never

from game.engine import (
    ballot,
    day,
    edit,
    ending,
    gathering,
    night,
    phases,
    presence,
    seats,
    table,
    talk,
    timing,
    view,
)
from game.engine.bots import turns
from game.engine.change import Change
from game.engine.commands import (
    AddBot,
    AnyCommand,
    BotTurn,
    CastVote,
    Configure,
    Connect,
    Convene,
    DetectiveInspect,
    Disconnect,
    DoctorSave,
    Done,
    Join,
    Kick,
    Lapse,
    Leave,
    MafiaKill,
    Move,
    Mute,
    Open,
    PresenceCommand,
    Rematch,
    RemoveBot,
    RoomCommand,
    Say,
    SetReady,
    Start,
    TableCommand,
    Tick,
)
from game.engine.facts import LeaveReason, RoomChanged, Unseated
from game.engine.refusals import Refusal
from game.engine.state import Phase, RoomState


def reduce(state: RoomState | None, command: AnyCommand, now_ms: int) -> Change | Refusal:
    """Judge a command against the room at this moment (ms).

    `state` is None only for what opens a room. The change holds everything that follows from the command at once:
    phases that are due, an end that is reached, and the word that the public picture is another one.
    """
    if state is None or isinstance(command, Open | Convene):
        return _opened(state, command, now_ms)
    if state.closed:
        return Refusal.NOT_FOUND
    if not isinstance(command, Join | Tick) and command.by not in state.players:
        return Refusal.NOT_IN_ROOM
    judged = _judge(state, command, now_ms)
    if isinstance(judged, Refusal):
        return judged
    return _announced(state, _settled(_gathered(state, judged, now_ms), now_ms))


def _opened(state: RoomState | None, command: AnyCommand, now_ms: int) -> Change | Refusal:
    if state is not None:
        return Refusal.NOT_FOUND
    match command:
        case Open():
            return seats.opened(command, now_ms)
        case Convene():
            return gathering.convene(command, now_ms)
        case _:
            return Refusal.NOT_FOUND


def _judge(state: RoomState, command: RoomCommand, now_ms: int) -> Change | Refusal:
    if isinstance(command, TableCommand):
        return _at_the_table(state, command, now_ms)
    if isinstance(command, PresenceCommand):
        return _about_presence(state, command, now_ms)
    return _in_the_game(state, command, now_ms)


def _at_the_table(state: RoomState, command: TableCommand, now_ms: int) -> Change | Refusal:  # noqa: C901, PLR0911 - a table
    match command:
        case Join():
            return seats.join(state, command, now_ms)
        case SetReady():
            return seats.set_ready(state, command)
        case Kick():
            return seats.kick(state, command)
        case AddBot():
            return seats.add_bot(state, command, now_ms)
        case RemoveBot():
            return seats.remove_bot(state, command)
        case Configure():
            return seats.configure(state, command)
        case Start():
            return table.start(state, command, now_ms)
        case Rematch():
            return gathering.encore(table.rematch(state, command), command, now_ms)
        case _:
            assert_never(command)


def _about_presence(state: RoomState, command: PresenceCommand, now_ms: int) -> Change:
    match command:
        case Leave():
            return presence.leave(state, command.by, now_ms)
        case Connect():
            return presence.connect(state, command, now_ms)
        case Disconnect():
            return presence.disconnect(state, command, now_ms)
        case Lapse():
            return presence.lapse(state, command)
        case Tick():
            return presence.expire(state, now_ms)
        case _:
            assert_never(command)


def _in_the_game(state: RoomState, command: Move | Mute | BotTurn, now_ms: int) -> Change | Refusal:
    match command:
        case MafiaKill() | DoctorSave() | DetectiveInspect():
            return night.choose(state, command, now_ms)
        case Done():
            return day.done(state, command, now_ms)
        case Say():
            return talk.say(state, command, now_ms)
        case Mute():
            return talk.mute(state, command, now_ms)
        case CastVote():
            return ballot.cast(state, command, now_ms)
        case BotTurn():
            return turns.take(state, command, now_ms, _judge)
        case _:
            assert_never(command)


def _gathered(before: RoomState, change: Change, now_ms: int) -> Change:
    """The change with what it means for an appointment; nobody who never came is dealt in, whatever wakes the table."""
    if change.state.appointment is None:
        return change
    present = change.then(presence.expire(change.state, now_ms))
    return Change(gathering.rescheduled(before, present.state, now_ms), present.facts)


def _settled(change: Change, now_ms: int) -> Change:
    """The change with all that time and the rules make of it at once."""
    starts_at = gathering.due(change.state)
    if starts_at is not None and starts_at <= now_ms:
        change = change.then(gathering.begin_or_part(change.state, now_ms))
    while (due := phases.due(change.state)) is not None:
        side = ending.winner(change.state)
        if side is not None:
            change = change.then(ending.finish(change.state, side, now_ms))
        elif due <= now_ms:
            change = change.then(phases.advance(change.state, now_ms))
        else:
            break
    return change.then(_closed(change.state, now_ms))


def _closed(state: RoomState, now_ms: int) -> Change:
    """An ended room closes when nobody is left, or after its afterglow; an empty lobby has closed already.

    Bots play for people: a game that is left to them alone is over, too.
    """
    is_deserted = not any(state.players[user].is_present for user in state.people)
    if state.phase is Phase.ENDED:
        is_over = is_deserted or now_ms >= (state.running.ended_at or now_ms) + timing.AFTERGLOW_MS
    else:
        is_over = state.phase is not Phase.LOBBY and is_deserted and 0 < len(state.people) < len(state.players)
    if not is_over:
        return Change(state)
    farewells = tuple(Unseated(user, LeaveReason.CLOSED) for user, player in state.players.items() if player.connected)
    return Change(edit.state(state, closed=True), farewells)


def _announced(before: RoomState, change: Change) -> Change:
    if RoomChanged() in change.facts or view.room(before) == view.room(change.state):
        return change
    return change.then(Change(change.state, (RoomChanged(),)))
