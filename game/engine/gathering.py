"""Tables that start by themselves: strangers who come together, or friends who all want another. It picks nobody."""

from typing import Final

from msgspec import structs

from accounts import names
from game.engine import edit, seats, setup, table
from game.engine.change import Change
from game.engine.commands import Convene, Rematch, Start
from game.engine.facts import LeaveReason, Unseated
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.settings import Settings, patched
from game.engine.state import Appointment, Player, RoomState

SEATS: Final = 10
"""The most strangers at one table (system design, 6)."""

COUNTDOWN_MS: Final = 5_000
"""From the moment at which everybody is here."""

PATIENCE_MS: Final = 45_000
"""However often somebody leaves and is replaced, the others wait no longer than this."""


def convene(command: Convene, now_ms: int) -> Change | Refusal:
    """A new public lobby in which all guests have a seat already; the first of them is the host by name only."""
    chosen = patched(Settings(), command.patch)
    if not _fits(command, chosen):
        return Refusal.INVALID
    state = seats.furnished(command, SEATS, chosen, _players(command, now_ms), now_ms, is_public=True)
    appointment = Appointment(
        now_ms + seats.NO_SHOW_MS, now_ms + PATIENCE_MS, command.least, command.seed, command.game_id
    )
    return Change(_hurried(edit.state(state, appointment=appointment), now_ms))


def encore(change: Change | Refusal, dice: Rematch, now_ms: int) -> Change | Refusal:
    """A rematch, which begins by itself as soon as everybody at the table wants it."""
    if isinstance(change, Refusal) or not dice.seed or not _wants_another(change.state):
        return change
    starts_at = now_ms + COUNTDOWN_MS
    agreed = Appointment(starts_at, starts_at, setup.MIN_SEATS, dice.seed, dice.game_id, is_encore=True)
    return Change(edit.state(change.state, appointment=agreed), change.facts)


def due(state: RoomState) -> int | None:
    """When the table starts or parts (ms); None where nothing is agreed."""
    return None if state.appointment is None or state.closed else state.appointment.starts_at


def rescheduled(before: RoomState, after: RoomState, now_ms: int) -> RoomState:
    """The table with its appointment moved: by who came or went, and forward once everybody is here."""
    appointment = after.appointment
    if appointment is None or after.closed:
        return after
    if appointment.is_encore:
        return after if _wants_another(after) else edit.state(after, appointment=None)
    if before.players.keys() == after.players.keys():
        return _hurried(after, now_ms)
    in_time = min(now_ms + seats.NO_SHOW_MS, max(appointment.latest_at, now_ms))
    return _hurried(_moved(after, in_time), now_ms)


def begin_or_part(state: RoomState, now_ms: int) -> Change:
    """The moment has come: the game begins, or, with too few, everybody goes back to where they came from."""
    appointment = state.appointment
    if appointment is None:
        raise LookupError(state.room_id)
    free = edit.state(state, appointment=None)
    made = setup.choose(len(state.players), state.settings)
    if made is not None and len(state.players) >= appointment.least:
        dice = Start(state.host_id, appointment.seed, appointment.game_id)
        return table.begin(free, dice, made, now_ms, is_matched=not appointment.is_encore)
    farewells = tuple(Unseated(user, LeaveReason.CLOSED) for user in state.players)
    return Change(edit.state(free, closed=True), farewells)


def _wants_another(state: RoomState) -> bool:
    """Whether there are people enough for a game, all of them here and ready; one alone with bots starts by hand."""
    is_enough = len(state.people) > 1 and setup.choose(len(state.players), state.settings) is not None
    return is_enough and all(player.ready and player.connected for player in state.players.values())


def _hurried(state: RoomState, now_ms: int) -> RoomState:
    appointment = state.appointment
    is_everybody_here = all(player.connected for player in state.players.values())
    if appointment is None or not is_everybody_here or appointment.starts_at <= now_ms + COUNTDOWN_MS:
        return state
    return _moved(state, now_ms + COUNTDOWN_MS)


def _moved(state: RoomState, starts_at: int) -> RoomState:
    appointment = state.appointment
    return edit.state(state, appointment=appointment and structs.replace(appointment, starts_at=starts_at))


def _fits(command: Convene, settings: Settings) -> bool:
    people = [guest.user_id for guest in command.guests]
    users = {*people, *(guest.user_id for guest in command.bots)}
    is_whole = command.by in people and len(users) == len(people) + len(command.bots) <= SEATS
    return is_whole and all(setup.choose(size, settings) for size in range(command.least, SEATS + 1))


def _players(command: Convene, now_ms: int) -> dict[UserId, Player]:
    players: dict[UserId, Player] = {}
    for guest in (*command.guests, *command.bots):
        name = names.distinct(guest.username, [player.username for player in players.values()])
        is_bot = guest in command.bots
        players[guest.user_id] = seats.bot(name, now_ms) if is_bot else seats.arrival(name, now_ms, seats.NO_SHOW_MS)
    return players
