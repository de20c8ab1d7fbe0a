"""What a bot says by day: what must be told first, then an answer, then something of its own; often nothing.

Mafiosi speak by the same rules as villagers; only what they claim is a lie.
"""

from game.engine.bots import answers, claiming, opinions, pace
from game.engine.bots.outlook import Outlook
from game.engine.commands import Done
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Happening


def speak(outlook: Outlook) -> Phrase | Done | None:
    """The next thing to say in this moment of the day; where only bots are left, in the end the wish to vote."""
    if outlook.is_among_bots and outlook.day_gone > pace.LAST_WORD:
        return Done(outlook.me)
    return claiming.news(outlook) or _recall(outlook) or answers.answer(outlook) or _remark(outlook)


def _recall(outlook: Outlook) -> Phrase | None:
    return claiming.recall(outlook) if outlook.dice.chance(60) else None


def last_word(outlook: Outlook) -> Phrase | None:
    """What is left to say for somebody who is about to be voted out, once."""
    word = claiming.rescue(outlook) or Phrase(PhraseKey.DEFEND)
    return word if word not in outlook.memory.mine else None


def _remark(outlook: Outlook) -> Phrase | None:
    """A word unasked, as often as the temper has it, spread over the day."""
    words = outlook.temper.words
    late = outlook.dice.on(f"late:{outlook.seen.round}").below(100) / 100
    if _said_today(outlook) >= words * outlook.day_gone - late:
        return None
    if _said_today(outlook) == 0 and outlook.dice.chance(40):
        return _fresh(outlook, _opening(outlook))
    return _fresh(outlook, opinions.opinion(outlook))


def _opening(outlook: Outlook) -> Phrase:
    """A word about the night."""
    dawns = [happening for happening in outlook.seen.timeline if happening.kind == "dawn"]
    if len(dawns) <= 1 and not _deaths(dawns):
        return Phrase(PhraseKey.GREET)
    fallen = _deaths(dawns)
    return Phrase(PhraseKey.MOURN, fallen[0]) if fallen else Phrase(PhraseKey.RELIEF)


def _deaths(dawns: list[Happening]) -> list[UserId]:
    return [death.user_id for death in dawns[-1].deaths] if dawns else []


def _said_today(outlook: Outlook) -> int:
    return outlook.memory.spoken.get(outlook.me, 0)


def _fresh(outlook: Outlook, phrase: Phrase | None) -> Phrase | None:
    """Nobody says the same twice in a day."""
    return None if phrase in outlook.memory.mine else phrase
