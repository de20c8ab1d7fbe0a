"""A policy without a thought, to compare the bots with: a choice that the rules allow, by lot; it never speaks."""

from collections.abc import Sequence

from msgspec import UNSET

from game.engine import view
from game.engine.bots.policy import Intent
from game.engine.bots.turns import Turn
from game.engine.commands import CastVote, DetectiveInspect, DoctorSave, Done, MafiaKill
from game.engine.dice import Dice
from game.engine.facts import Said
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.settings import FirstNight
from game.engine.state import Phase, Role, RoomState


def intent(state: RoomState, turn: Turn, *, chat: Sequence[Said], now_ms: int) -> Intent | None:
    """The same shape as the bots' own `turns.intent`."""
    dice = Dice(state.running.seed, f"chance:{turn.bot}:{turn.at}")
    return decide(view.snapshot(state, turn.bot, chat=chat[:0], now_ms=now_ms), dice)


def decide(seen: GameState, dice: Dice) -> Intent | None:
    """What the owner of this snapshot does now."""
    match seen.phase:
        case Phase.NIGHT:
            return _at_night(seen, dice)
        case Phase.VOTING:
            return CastVote(seen.you.user_id, dice.pick(_others(seen)))
        case _:
            return None


def _at_night(seen: GameState, dice: Dice) -> Intent:
    me, others = seen.you, _others(seen)
    if seen.setup is not UNSET and seen.round == 1 and seen.setup.first_night is FirstNight.MEETING:
        return Done(me.user_id)
    match me.role:
        case Role.MAFIA:
            return MafiaKill(me.user_id, dice.pick([user for user in others if user not in me.allies]))
        case Role.DOCTOR:
            own = [] if me.user_id in me.saves else [me.user_id]
            return DoctorSave(me.user_id, dice.pick([user for user in (*others, *own) if user not in me.saves[-1:]]))
        case Role.DETECTIVE:
            return DetectiveInspect(me.user_id, dice.pick(others))
        case _:
            return Done(me.user_id)


def _others(seen: GameState) -> list[UserId]:
    return [player.user_id for player in seen.players if player.alive and player.user_id != seen.you.user_id]
