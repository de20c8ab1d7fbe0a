"""What a bot does in its turn: a pure function of what its seat may see, and of dice; it knows nothing else."""

from msgspec import UnsetType

from game.engine.commands import CastVote, DetectiveInspect, DoctorSave, Done, MafiaKill
from game.engine.dice import Dice
from game.engine.frames import GameState
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Phase, Role

Intent = MafiaKill | DoctorSave | DetectiveInspect | Done | CastVote | Phrase
"""What a bot wants: an act of a player, or to say something, which the edge puts into words."""


def decide(seen: GameState, *, dice: Dice) -> Intent | None:
    """What the owner of this snapshot does now; None to let the moment pass."""
    me = seen.you
    others = [player.user_id for player in seen.players if player.alive and player.user_id != me.user_id]
    prey = [user for user in others if user not in me.allies]
    if not me.alive or not prey:
        return None
    target = dice.pick(prey)
    if seen.phase is Phase.DAY:
        return Phrase(PhraseKey.SUSPECT, target) if dice.below(2) else Done(me.user_id)
    if seen.phase is Phase.VOTING:
        options = [user for user in prey if not seen.votes.candidates or user in seen.votes.candidates]
        return CastVote(me.user_id, dice.pick(options)) if options else None
    is_meeting = seen.round == 1 and not isinstance(seen.setup, UnsetType) and seen.setup.first_night == "meeting"
    match me.role:
        case Role.MAFIA if not is_meeting:
            return MafiaKill(me.user_id, me.target or target)
        case Role.DOCTOR if not is_meeting and target not in me.saves[-1:]:
            return DoctorSave(me.user_id, target)
        case Role.DETECTIVE if not is_meeting:
            return DetectiveInspect(me.user_id, target)
        case _:
            return Done(me.user_id, target)
