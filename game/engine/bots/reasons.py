"""Why somebody may be suspected, in what everybody at the table could see; it weighs nothing and tells no secret."""

from game.engine.bots import pace
from game.engine.bots.memory import PRESSURE
from game.engine.bots.outlook import Outlook
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Side

EVEN = 0.5


def of(outlook: Outlook, user: UserId) -> list[Phrase]:
    """What speaks against this player, the strongest first."""
    grounds = {
        PhraseKey.NAMED: _is_found(outlook, user),
        PhraseKey.DOUBT: outlook.mind.beliefs.get(user, 1) < EVEN,
        PhraseKey.SHIELDED: _was_wrong(outlook, user, Side.MAFIA),
        PhraseKey.BLAMED: _was_wrong(outlook, user, Side.VILLAGERS) or _has_voted_wrong(outlook, user),
        PhraseKey.QUIET: _is_hiding(outlook, user),
    }
    return [Phrase(key, user) for key, is_so in grounds.items() if is_so]


def _is_hiding(outlook: Outlook, user: UserId) -> bool:
    """Whether this player has said nothing all day long while most have; a first day is too early to tell."""
    if outlook.seen.round == 1:
        return False
    spoken = outlook.memory.spoken
    has_talk = sum(map(bool, spoken.values())) * 2 > len(outlook.others)
    return has_talk and outlook.day_gone > pace.LAST_WORD and not spoken.get(user)


def _is_found(outlook: Outlook, user: UserId) -> bool:
    """Whether a detective who is believed says to have found this player."""
    beliefs = outlook.mind.beliefs
    return any(
        beliefs.get(by, 0) >= EVEN and claim.found.get(user, False) for by, claim in outlook.memory.detectives.items()
    )


def _was_wrong(outlook: Outlook, user: UserId, side: Side) -> bool:
    """Whether this player pressed one of the dead who was honest, or stood by one who was not."""
    sign = 1 if side is Side.VILLAGERS else -1
    stances = outlook.memory.stances.get(user, {})
    return any(
        outlook.fallen.get(target) is side and sign * stance.weight >= PRESSURE[PhraseKey.SUSPECT]
        for target, stance in stances.items()
    )


def _has_voted_wrong(outlook: Outlook, user: UserId) -> bool:
    """Whether this player was seen to vote out somebody honest."""
    return any(
        happening.ballots
        and happening.eliminated_user_id is not None
        and happening.ballots.get(user) == happening.eliminated_user_id
        and outlook.fallen.get(happening.eliminated_user_id) is Side.VILLAGERS
        for happening in outlook.seen.timeline
    )
