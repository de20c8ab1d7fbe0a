"""What a bot replies to whoever has asked or pressed it: soon or not at all, and by name when others spoke since."""

from typing import Final

from game.engine.bots import claiming, opinions
from game.engine.bots.memory import PRESSURE, Pressed
from game.engine.bots.outlook import Outlook
from game.engine.phrases import Phrase, PhraseKey

PROMPT_MS: Final = 12_000
"""After so long nobody would know what an answer is to."""


def answer(outlook: Outlook) -> Phrase | None:
    """A reply since the bot last spoke; not for ever, or two would go on alone.

    Whether it replies is drawn once for each word that asks for it: who lets the first chance pass says nothing later.
    """
    pressed, told = outlook.memory.pressed, outlook.memory
    if pressed is None or outlook.seen.now - pressed.at > PROMPT_MS:
        return None
    if told.spoken.get(outlook.me, 0) > outlook.temper.words:
        return None
    if not outlook.dice.on(f"answer:{pressed.at}").chance(round(40 + 60 * PRESSURE[pressed.key])):
        return None
    word = _reply(outlook, pressed)
    return None if word in told.mine else word


def _reply(outlook: Outlook, pressed: Pressed) -> Phrase | None:
    is_past = outlook.memory.speaker != pressed.by
    if pressed.key is PhraseKey.ASK:
        return None if is_past else opinions.opinion(outlook)
    if outlook.is_threatened and (claim := claiming.rescue(outlook)) and _is_worth(outlook, claim):
        return claim
    is_here = pressed.by in outlook.others
    counter = Phrase(PhraseKey.COUNTER, pressed.by)
    is_friend = pressed.by in outlook.seen.you.allies
    if is_here and not is_friend and counter not in outlook.memory.mine and outlook.dice.chance(45):
        return counter
    return Phrase(PhraseKey.DENY, pressed.by) if is_past else Phrase(PhraseKey.DEFEND)


def _is_worth(outlook: Outlook, claim: Phrase) -> bool:
    """Whether the danger is great enough for this claim: the mafia would like to hear who the doctor is."""
    return claim.key is not PhraseKey.CLAIM_DOCTOR or outlook.is_cornered
