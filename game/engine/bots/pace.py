"""When a bot takes a turn: moments drawn from the seed at a person's pace; it never looks at a role."""

from game.engine import dice
from game.engine.ids import UserId
from game.engine.state import Phase, RoomState

_TURNS: dict[Phase, int] = {Phase.NIGHT: 1, Phase.DAY: 3, Phase.VOTING: 1}


def moments(state: RoomState, bot: UserId) -> tuple[int, ...]:
    """The moments (ms) of the running phase at which this bot takes a turn, in order; none outside of a game."""
    turns = _TURNS.get(state.phase, 0)
    ends_at = state.timers.phase_ends_at
    if not turns or ends_at is None:
        return ()
    began_at = state.timers.phase_began_at
    slot = (ends_at - began_at) * 7 // 10 // turns
    label = f"bot:{bot}:{state.round}:{state.phase}:{','.join(state.candidates)}"
    return tuple(
        began_at + slot * turn + dice.below(slot, seed=state.running.seed, label=f"{label}:{turn}")
        for turn in range(turns)
    )
