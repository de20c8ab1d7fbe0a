"""The night: who may choose whom, when it ends, and what dawn finds (house rules, "Night")."""

from collections.abc import Callable
from typing import assert_never

from game.engine import dice, edit
from game.engine.change import Change
from game.engine.commands import DetectiveInspect, DoctorSave, MafiaKill
from game.engine.facts import Inspected, Targeted
from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.settings import FirstNight
from game.engine.state import Inspection, NightRecord, Phase, Role, RoomState

FLOOR_MS = 10_000
CALM_MS = 2_000
JITTER_MS = 3_000
"""No night is shorter than the floor, ends within the calm after a tap, or at a moment that tells who was last."""

Choice = MafiaKill | DoctorSave | DetectiveInspect


def choose(state: RoomState, command: Choice, now_ms: int) -> Change | Refusal:
    """Record the night's choice of a role, replacing the earlier one."""
    if refusal := _may_not_choose(state, command, now_ms):
        return refusal
    tapped = tap(_picked(state, command.by, command.target), command.by, now_ms)
    match command:
        case MafiaKill():
            chosen = edit.actions(tapped, mafia_kill=command.target, mafia_kill_by=command.by)
            return Change(chosen, (Targeted(command.target, command.by),))
        case DoctorSave():
            return Change(edit.actions(tapped, doctor_save=command.target))
        case DetectiveInspect():
            return Change(edit.actions(tapped, detective_inspect=command.target))
        case _:
            assert_never(command)


def suspect(state: RoomState, user: UserId, target: UserId, now_ms: int) -> RoomState:
    """Note a private suspicion."""
    suspected = edit.actions(state, taps={**state.actions.taps, user: target})
    return tap(_picked(suspected, user, target), user, now_ms)


def tap(state: RoomState, user: UserId, now_ms: int) -> RoomState:
    """Note that the player did something; every living player can, so a tap tells nothing."""
    tapped = edit.actions(state, taps={**state.actions.taps, user: state.actions.taps.get(user)})
    return edit.timers(tapped, last_tap_at=now_ms)


def is_open(state: RoomState, now_ms: int) -> bool:
    """Whether a choice made at this moment still belongs to a night."""
    return state.phase is Phase.NIGHT and now_ms < (state.timers.phase_ends_at or 0)


def is_meeting(state: RoomState) -> bool:
    """Whether this is a first night on which the mafia only meet."""
    return state.round == 1 and state.running.setup.first_night is FirstNight.MEETING


def due(state: RoomState) -> int | None:
    """When the night ends (ms): at its deadline, or earlier once everybody who is here has tapped."""
    ends_at = state.timers.phase_ends_at
    if ends_at is None or not state.awaited or any(user not in state.actions.taps for user in state.awaited):
        return ends_at
    calm = max(state.timers.phase_began_at + FLOOR_MS, state.timers.last_tap_at + CALM_MS)
    return min(ends_at, calm + dice.below(JITTER_MS + 1, seed=state.running.seed, label=f"night:{state.round}"))


def victim(state: RoomState) -> UserId | None:
    """Whom the mafia killed tonight: their target, unless the doctor stood guard there."""
    target = state.actions.mafia_kill
    return None if target == state.actions.doctor_save else target


def record(state: RoomState, deaths: tuple[UserId, ...]) -> RoomState:
    """The room with this night in its secret history."""
    actions = state.actions
    suspicions = {user: target for user, target in actions.taps.items() if target is not None}
    kept = NightRecord(
        state.round, actions.mafia_kill, actions.doctor_save, actions.detective_inspect, deaths, suspicions
    )
    return edit.game(state, nights=(*state.running.nights, kept))


def inspected(state: RoomState) -> Change:
    """The detective learns of the target, if alive at dawn."""
    target = state.actions.detective_inspect
    detectives = state.acting_as(Role.DETECTIVE)
    if target is None or not detectives:
        return Change(state)
    is_mafia = state.players[target].role is Role.MAFIA
    learned = edit.game(state, inspections=(*state.running.inspections, Inspection(target, is_mafia)))
    return Change(learned, (Inspected(detectives[0], target, is_mafia),))


def _picked(state: RoomState, user: UserId, target: UserId) -> RoomState:
    return edit.actions(state, picks={**state.actions.picks, user: target})


def _may_not_choose(state: RoomState, command: Choice, now_ms: int) -> Refusal | None:
    """The role is asked before the target, so that an answer tells a player nothing about others."""
    if not is_open(state, now_ms) or is_meeting(state):
        return Refusal.WRONG_PHASE
    if command.by not in state.acting:
        return Refusal.DEAD
    role, is_target = _DUTIES[type(command)]
    if state.players[command.by].role is not role:
        return Refusal.NOT_ALLOWED
    return None if command.target in state.living and is_target(state, command) else Refusal.BAD_TARGET


def _is_prey(state: RoomState, command: Choice) -> bool:
    return state.players[command.target].role is not Role.MAFIA


def _is_ward(state: RoomState, command: Choice) -> bool:
    saves = [night.save for night in state.running.nights]
    if saves and saves[-1] == command.target:
        return False
    return command.target != command.by or command.by not in saves


def _is_suspect(_state: RoomState, command: Choice) -> bool:
    return command.target != command.by


_DUTIES: dict[type[Choice], tuple[Role, Callable[[RoomState, Choice], bool]]] = {
    MafiaKill: (Role.MAFIA, _is_prey),
    DoctorSave: (Role.DOCTOR, _is_ward),
    DetectiveInspect: (Role.DETECTIVE, _is_suspect),
}
