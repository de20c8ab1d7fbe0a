"""How far each claim to be the detective is believed, from what everybody knows and what one knows of oneself."""

from msgspec import UNSET

from game.engine.bots import weights
from game.engine.bots.memory import Claim, Memory
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.settings import FirstNight
from game.engine.state import Role, Side


def beliefs(seen: GameState, memory: Memory, sides: dict[UserId, Side], *, is_mine: bool) -> dict[UserId, float]:
    """From 0, a liar, to 1 for everybody else who claims; `is_mine` when I am the detective, or say so."""
    roles = revealed(seen)
    believed: dict[UserId, float] = {}
    open_claims: dict[UserId, Claim] = {}
    for user, claim in memory.detectives.items():
        if user == seen.you.user_id:
            continue
        if roles.get(user) is Role.DETECTIVE:
            believed[user] = 1.0
        elif is_mine or _is_refuted(seen, user, claim, sides, roles):
            believed[user] = 0.0
        else:
            open_claims[user] = claim
    living = [user for user in open_claims if user not in roles and user not in sides]
    first = min(open_claims, key=lambda user: open_claims[user].at, default=None)
    for user, claim in open_claims.items():
        rivals = max(len(living), 1)
        shared = weights.ALONE / rivals + (weights.FIRST if rivals > 1 and user == first else 0)
        survived = sum(happening.kind == "dawn" and happening.at > claim.at for happening in seen.timeline)
        cleared_me = weights.CLEARED_ME if claim.found.get(seen.you.user_id) is False and rivals == 1 else 0
        believed[user] = max(shared + cleared_me - weights.SURVIVED * survived, weights.BARELY)
    return believed


def revealed(seen: GameState) -> dict[UserId, Role]:
    """The roles that everybody knows: of those who are out, as far as the settings show them."""
    return {each.user_id: each.role for each in seen.players if not each.alive and isinstance(each.role, Role)}


def nights(seen: GameState) -> int:
    """How many nights there have been on which a detective could look into somebody."""
    dawns = sum(happening.kind == "dawn" for happening in seen.timeline)
    return dawns - (seen.setup is not UNSET and seen.setup.first_night is FirstNight.MEETING)


def _is_refuted(
    seen: GameState, user: UserId, claim: Claim, sides: dict[UserId, Side], roles: dict[UserId, Role]
) -> bool:
    """Whether the claim cannot be true."""
    if not seen.setup or not seen.setup.detective or sides.get(user) is Side.MAFIA:
        return True
    if user in roles or Role.DETECTIVE in roles.values() or len(claim.found) > nights(seen):
        return True
    return any(
        target in sides and (sides[target] is Side.MAFIA) != is_mafia for target, is_mafia in claim.found.items()
    )
