"""How much of a role everybody may know once its player is out (settings.revealRoles); shows no one else's."""

from typing import assert_never

from game.engine.ids import UserId
from game.engine.settings import RevealRoles
from game.engine.state import Death, Role, RoomState, Side


def death(state: RoomState, user: UserId) -> Death:
    """The public notice that this player is out."""
    return Death(user, *of(state, user))


def of(state: RoomState, user: UserId | None) -> tuple[Role | None, Side | None]:
    """What everybody may know of this player, who is out or about to be; nothing of nobody."""
    if user is None:
        return None, None
    match state.settings.reveal_roles:
        case RevealRoles.ROLE:
            return state.players[user].role, None
        case RevealRoles.SIDE:
            return None, state.players[user].side
        case RevealRoles.NONE:
            return None, None
        case _:
            assert_never(state.settings.reveal_roles)
