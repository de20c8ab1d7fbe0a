"""What a message can mean without its words: the table of phrases that bots speak; the words are the edge's."""

from enum import StrEnum

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


class Phrase(Struct, frozen=True, rename="camel", omit_defaults=True):
    """One thing said, and whom it is about."""

    key: PhraseKey
    target_id: UserId | None = None
