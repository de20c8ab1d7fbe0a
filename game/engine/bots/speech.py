"""What a bot says by day: what must be told first, then an answer, then something of its own; often nothing.

Mafiosi speak by the same rules as villagers; only what they claim is a lie.
"""

from typing import Final

from game.engine.bots import claiming, memory, pace, weights
from game.engine.bots.memory import PRESSURE
from game.engine.bots.outlook import Outlook
from game.engine.commands import Done
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Happening

EVEN: Final = 0.5

TOPICS: Final = (
    PhraseKey.TRUST,
    PhraseKey.UNSURE,
    *[PhraseKey.DOUBT] * 2,
    *[PhraseKey.ASK] * 2,
    *[PhraseKey.SUSPECT] * 6,
)
"""What an opinion is about; where there is nobody to doubt or to ask, it is about whom the bot suspects."""


def speak(outlook: Outlook) -> Phrase | Done | None:
    """The next thing to say in this moment of the day; where only bots are left, in the end the wish to vote."""
    if outlook.is_quick and outlook.day_gone > pace.LAST_WORD:
        return Done(outlook.me)
    return claiming.news(outlook) or _answer(outlook) or _remark(outlook)


def last_word(outlook: Outlook) -> Phrase | None:
    """What is left to say for somebody who is about to be voted out, once."""
    word = claiming.rescue(outlook) or Phrase(PhraseKey.DEFEND)
    return word if word not in outlook.memory.mine else None


def _answer(outlook: Outlook) -> Phrase | None:
    """A reply to whoever has pressed the bot since it last spoke; not for ever, or two would go on alone."""
    pressed = outlook.memory.pressed
    if pressed is None or _said_today(outlook) > outlook.temper.words:
        return None
    by, key = pressed
    if not outlook.dice.chance(round(40 + 60 * PRESSURE[key])):
        return None
    if outlook.is_threatened and (claim := claiming.rescue(outlook)):
        return claim
    is_partner = by in outlook.seen.you.allies
    return _fresh(outlook, Phrase(PhraseKey.COUNTER, by) if _may_counter(outlook, by) and not is_partner else None) or (
        _fresh(outlook, Phrase(PhraseKey.DEFEND))
    )


def _may_counter(outlook: Outlook, by: UserId) -> bool:
    return by in outlook.others and outlook.dice.chance(45)


def _remark(outlook: Outlook) -> Phrase | None:
    """A word unasked, as often as the temper has it, spread over the day."""
    words = outlook.temper.words
    late = outlook.dice.on(f"late:{outlook.seen.round}").below(100) / 100
    if _said_today(outlook) >= words * outlook.day_gone - late:
        return None
    if _said_today(outlook) == 0 and outlook.dice.chance(40):
        return _fresh(outlook, _opening(outlook))
    return _fresh(outlook, _opinion(outlook))


def _opening(outlook: Outlook) -> Phrase:
    """A word about the night."""
    dawns = [happening for happening in outlook.seen.timeline if happening.kind == "dawn"]
    if len(dawns) <= 1 and not _deaths(dawns):
        return Phrase(PhraseKey.GREET)
    fallen = _deaths(dawns)
    return Phrase(PhraseKey.MOURN, fallen[0]) if fallen else Phrase(PhraseKey.RELIEF)


def _deaths(dawns: list[Happening]) -> list[UserId]:
    return [death.user_id for death in dawns[-1].deaths] if dawns else []


def _opinion(outlook: Outlook) -> Phrase:
    """What the bot thinks of somebody."""
    liars = [user for user, belief in outlook.mind.beliefs.items() if belief < EVEN and user in outlook.suspects]
    silent = [user for user in outlook.others if not outlook.memory.spoken.get(user)]
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
            return _charge(outlook)


def _charge(outlook: Outlook) -> Phrase:
    """Whom the bot suspects most, in words as strong as the suspicion."""
    top = outlook.suspects[0]
    if outlook.day_gone > pace.LAST_WORD and outlook.dice.chance(50):
        return Phrase(PhraseKey.VOTE, top)
    if memory.pressers(outlook.memory, top) and outlook.dice.chance(50):
        return Phrase(PhraseKey.AGREE, top)
    is_strong = outlook.mind.suspicion[top] > weights.ACCUSE
    return Phrase(PhraseKey.ACCUSE if is_strong else PhraseKey.SUSPECT, top)


def _said_today(outlook: Outlook) -> int:
    return outlook.memory.spoken.get(outlook.me, 0)


def _fresh(outlook: Outlook, phrase: Phrase | None) -> Phrase | None:
    """Nobody says the same twice in a day."""
    return None if phrase in outlook.memory.mine else phrase
