"""Who may look on at a table without a seat; what an onlooker is shown is the view's and the projection's."""

from game.engine.ids import UserId
from game.engine.refusals import Refusal
from game.engine.state import Phase, RoomState


def barred(state: RoomState, user: UserId) -> Refusal | None:
    """Why this user may not look on here, if so; nobody looks on at a table that strangers come to."""
    # Back in a lobby that the host made private the strangers' game is over: the page offers the screen there.
    is_matched = state.phase is not Phase.LOBBY and state.game is not None and state.game.is_matched
    is_of_strangers = state.is_public or is_matched
    if state.closed or is_of_strangers:
        return Refusal.NOT_FOUND
    return Refusal.KICKED if user in state.kicked else None
