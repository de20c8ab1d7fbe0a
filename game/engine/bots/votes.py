"""Whom a bot votes for, and when it changes its mind or speaks up instead."""

from game.engine.ballot import SKIP
from game.engine.bots import speech, weights
from game.engine.bots.outlook import Outlook
from game.engine.commands import CastVote
from game.engine.ids import UserId
from game.engine.phrases import Phrase
from game.engine.state import Role


def choose(outlook: Outlook) -> CastVote | Phrase | None:
    """A first vote; after it a last word of who is about to go, another vote, or nothing."""
    voted = outlook.seen.you.vote
    best = _best(outlook)
    if voted is None:
        return CastVote(outlook.me, best) if best or _is_option(outlook, SKIP) else None
    if _is_leading(outlook) and (word := speech.last_word(outlook)):
        return word
    return CastVote(outlook.me, best) if best and _is_better(outlook, best, voted) else None


def _best(outlook: Outlook) -> UserId | None:
    """The one to go; None where to skip is wiser, or nothing else is left."""
    options = [user for user in outlook.suspects if _is_option(outlook, user) and not _is_spared(outlook, user)]
    if not options and not _is_option(outlook, SKIP):
        options = [user for user in outlook.others if _is_option(outlook, user)]
    best = max(options, key=lambda user: _score(outlook, user), default=None)
    return None if best is None or (_may_skip(outlook) and _score(outlook, best) < _caution(outlook)) else best


def _is_spared(outlook: Outlook, user: UserId) -> bool:
    """Whether it is a bad vote in any case: the only one to say to be the detective, as long as that is believable."""
    return outlook.mind.beliefs.get(user, 0) >= weights.SPARED


def _caution(outlook: Outlook) -> float:
    """How far somebody has to stand out today: the further the more would rather skip."""
    others = [user for user in outlook.memory.skippers if user in outlook.others]
    return weights.CAUTION + weights.WISH * len(others) / len(outlook.others)


def _is_option(outlook: Outlook, option: str) -> bool:
    """Whether the rules let a bot vote so: a runoff is between few."""
    candidates = outlook.seen.votes.candidates
    return not candidates or option in candidates


def _score(outlook: Outlook, user: UserId) -> float:
    count = outlook.seen.votes.counts.get(user, 0) / (len(outlook.others) + 1)
    stance = outlook.memory.stances.get(outlook.me, {}).get(user)
    is_named = stance is not None and stance.weight > 0 and stance.at >= outlook.memory.dawn_at
    pull = weights.PULL * outlook.temper.herd * count
    return outlook.mind.suspicion[user] + pull + weights.STICK * is_named


def _may_skip(outlook: Outlook) -> bool:
    return outlook.has_time and _is_option(outlook, SKIP)


def _is_leading(outlook: Outlook) -> bool:
    counts = outlook.seen.votes.counts
    return counts.get(outlook.me, 0) >= max([2, *counts.values()])


def _is_better(outlook: Outlook, best: UserId, voted: str) -> bool:
    """Whether it is worth to be seen changing one's mind; a mafioso hurries less, but not so that it would tell."""
    if voted in (best, SKIP) or voted not in outlook.mind.suspicion:
        return voted != best and (outlook.role is not Role.MAFIA or outlook.dice.chance(weights.FOLLOW))
    gain = _score(outlook, best) - _score(outlook, UserId(voted))
    return gain > weights.STUBBORN * (2 if outlook.temper.is_stubborn else 1)
