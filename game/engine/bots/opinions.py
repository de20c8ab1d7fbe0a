"""What a bot thinks of somebody, in a phrase: with a reason where there is one, else with caution."""

from typing import Final

from game.engine.bots import memory, pace, reasons, weights
from game.engine.bots.outlook import Outlook
from game.engine.bots.reasons import EVEN
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey

TOPICS: Final = (
    PhraseKey.TRUST,
    PhraseKey.UNSURE,
    *[PhraseKey.DOUBT] * 2,
    *[PhraseKey.ASK] * 2,
    *[PhraseKey.SUSPECT] * 6,
)
"""What an opinion is about; where there is nobody to doubt or to ask, it is about whom the bot suspects."""

FEW: Final = 2
"""By so many a player has to be pressed on the first day for others to take it up without a reason."""

IDLE: Final = (PhraseKey.HEAR, PhraseKey.HEAR, PhraseKey.UNSURE, PhraseKey.SKIP)
"""What there is to say on a first day on which nothing has happened yet."""


def opinion(outlook: Outlook) -> Phrase:
    """What the bot has to say of the others now."""
    liars = [user for user, belief in outlook.mind.beliefs.items() if belief < EVEN and user in outlook.suspects]
    silent = [user for user in outlook.others if _is_to_be_asked(outlook, user)]
    match outlook.dice.pick(TOPICS):
        case PhraseKey.TRUST:
            return Phrase(PhraseKey.TRUST, outlook.mind.ranked[-1])
        case PhraseKey.UNSURE:
            return Phrase(PhraseKey.UNSURE)
        case PhraseKey.DOUBT if liars:
            return Phrase(PhraseKey.DOUBT, outlook.dice.pick(liars))
        case PhraseKey.ASK if silent and outlook.day_gone > EVEN:
            return Phrase(PhraseKey.ASK, outlook.dice.pick(silent))
        case _:
            return _charge(outlook, outlook.suspects[0])


def _is_to_be_asked(outlook: Outlook, user: UserId) -> bool:
    """Whether this player has said nothing today, and nobody has asked them yet."""
    return not outlook.memory.spoken.get(user) and Phrase(PhraseKey.ASK, user) not in outlook.memory.ours


def _charge(outlook: Outlook, top: UserId) -> Phrase:
    """Whom the bot suspects most, in words as strong as the suspicion, or why."""
    grounds = [reason for reason in reasons.of(outlook, top) if reason not in outlook.memory.mine]
    pressers = memory.pressers(outlook.memory, top)
    if outlook.seen.round == 1 and not grounds and len(pressers) < FEW:
        return _idle(outlook)
    if outlook.day_gone > pace.LAST_WORD and outlook.dice.chance(50):
        return Phrase(PhraseKey.VOTE, top)
    if pressers and outlook.me not in pressers and outlook.dice.chance(40):
        return Phrase(PhraseKey.AGREE, top)
    if grounds and outlook.dice.chance(60):
        return grounds[0]
    is_strong = outlook.mind.suspicion[top] > weights.ACCUSE
    return Phrase(PhraseKey.ACCUSE if is_strong else PhraseKey.SUSPECT, top)


def _idle(outlook: Outlook) -> Phrase:
    """A word without a suspicion; now and then one about somebody whom nobody has named yet."""
    unnamed = [user for user in outlook.suspects if not memory.pressers(outlook.memory, user)]
    if unnamed and outlook.dice.chance(weights.POINT):
        return Phrase(PhraseKey.SUSPECT, unnamed[0])
    key = outlook.dice.pick(IDLE)
    return Phrase(PhraseKey.HEAR if key is PhraseKey.SKIP and not outlook.has_time else key)
