"""What a message can mean without its words: the table of phrases, and which of them people say; it has no words."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from game.engine.ids import UserId


class PhraseKey(StrEnum):
    """What is meant; most of it is about somebody."""

    GREET = "greet"
    MOURN = "mourn"
    RELIEF = "relief"
    UNSURE = "unsure"
    HEAR = "hear"
    SKIP = "skip"
    HINT = "hint"
    ASK = "ask"
    SUSPECT = "suspect"
    ACCUSE = "accuse"
    AGREE = "agree"
    DOUBT = "doubt"
    QUIET = "quiet"
    BLAMED = "blamed"
    SHIELDED = "shielded"
    NAMED = "named"
    TRUST = "trust"
    VOTE = "vote"
    DEFEND = "defend"
    COUNTER = "counter"
    DENY = "deny"
    WAS_DETECTIVE = "wasDetective"
    WAS_DOCTOR = "wasDoctor"
    CLAIM_DETECTIVE = "claimDetective"
    CLAIM_DOCTOR = "claimDoctor"
    FOUND_MAFIA = "foundMafia"
    FOUND_CLEAR = "foundClear"
    MEET = "meet"
    PROPOSE = "propose"
    CONSENT = "consent"
    WHY = "why"


class Phrase(Struct, frozen=True, rename="camel", omit_defaults=True):
    """One thing said, and whom it is about."""

    key: PhraseKey
    target_id: UserId | None = None


class QuickKey(StrEnum):
    """The phrases that people may say by a tap: what a bot of any language hears, and a page may translate."""

    SUSPECT = PhraseKey.SUSPECT.value
    QUIET = PhraseKey.QUIET.value
    TRUST = PhraseKey.TRUST.value
    WHY = PhraseKey.WHY.value
    HINT = PhraseKey.HINT.value
    SKIP = PhraseKey.SKIP.value


ABOUT_SOMEBODY: Final = frozenset({QuickKey.SUSPECT, QuickKey.QUIET, QuickKey.TRUST})
"""The quick phrases that name a player; the others name nobody."""
