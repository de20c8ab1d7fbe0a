"""The yes of the engine: a new state and what happened on the way to it."""

from dataclasses import dataclass

from game.engine.facts import AnyFact
from game.engine.state import RoomState


@dataclass(frozen=True, slots=True)
class Change:
    """An accepted command: the state after it, and the facts in the order in which they happened."""

    state: RoomState
    facts: tuple[AnyFact, ...] = ()

    def then(self, later: "Change") -> "Change":
        """This change followed by another that was made from its state."""
        return Change(later.state, self.facts + later.facts)
