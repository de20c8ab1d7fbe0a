"""What a bot does in its turn: a pure function of what its seat may see, and of dice; it knows nothing else."""

from typing import assert_never

from game.engine.bots import deeds, speech, votes
from game.engine.bots.outlook import Outlook
from game.engine.commands import CastVote, DetectiveInspect, DoctorSave, Done, MafiaKill
from game.engine.dice import Dice
from game.engine.frames import GameState
from game.engine.phrases import Phrase
from game.engine.state import Phase

Intent = MafiaKill | DoctorSave | DetectiveInspect | Done | CastVote | Phrase
"""What a bot wants: an act of a player, or to say something, which the edge puts into words."""


def decide(seen: GameState, *, dice: Dice) -> Intent | None:
    """What the owner of this snapshot does now; None to let the moment pass."""
    if not seen.you.alive:
        return None
    match seen.phase:
        case Phase.NIGHT:
            return deeds.act(Outlook(seen, dice))
        case Phase.DAY:
            return speech.speak(Outlook(seen, dice))
        case Phase.VOTING:
            return votes.choose(Outlook(seen, dice))
        case Phase.LOBBY | Phase.ENDED:
            return None
        case _:
            assert_never(seen.phase)
