"""How much of a role everybody may know once its player is out (settings.revealRoles); shows no one else's."""

from game.engine.ids import UserId
from game.engine.settings import RevealRoles
from game.engine.state import Death, RoomState


def death(state: RoomState, user: UserId) -> Death:
    """The public notice that this player is out."""
    player = state.players[user]
    match state.settings.reveal_roles:
        case RevealRoles.ROLE:
            return Death(user, role=player.role)
        case RevealRoles.SIDE:
            return Death(user, side=player.side)
        case RevealRoles.NONE:
            return Death(user)
