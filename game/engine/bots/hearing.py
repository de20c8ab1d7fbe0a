"""What a message means to a bot: a phrase as it is, and a person's own words as far as they judge somebody or claim.

It understands no language but a few words, clause by clause; a name works in any.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import UNSET

from game.engine.bots import calling, vocabulary
from game.engine.bots.calling import Names
from game.engine.frames import KnownPlayer, Message
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey

_ASKED: Final = Phrase(PhraseKey.ASK)
"""What "Why?" means to whoever spoke last."""


class _Clause(NamedTuple):
    """What is said in one go, and of whom."""

    words: list[str]
    named: list[UserId]
    is_question: bool
    begins: bool
    """Whether a sentence begins with it."""


def phrases(message: Message, names: Names) -> tuple[Phrase, ...]:
    """What the speaker means, in the words of the table of phrases."""
    if message.phrase is not UNSET:
        return (_ASKED if message.phrase.key is PhraseKey.WHY else message.phrase,)
    return _understood(message.message, names)


def names_of(players: tuple[KnownPlayer, ...]) -> Names:
    """How the players are called, in the order of their seats."""
    return tuple((player.user_id, player.username) for player in players)


@lru_cache(maxsize=16_384)
def _understood(text: str, names: Names) -> tuple[Phrase, ...]:
    """All that is meant: of those who are named in a clause, and in one that names nobody of those named next to it."""
    clauses = _clauses(text, names)
    meant = [Phrase(key) for clause in clauses if (key := _unaddressed(clause))]
    has_looked = PhraseKey.CLAIM_DETECTIVE in [phrase.key for phrase in meant] or any(map(_is_report, clauses))
    about: dict[UserId, PhraseKey | None] = {}
    named: list[UserId] = []
    before: PhraseKey | None = None
    for clause in clauses:
        judged = _judged(clause)
        if clause.named:
            about |= dict.fromkeys(clause.named, judged or before or (None if _is_idle(clause) else PhraseKey.ASK))
            named, before = clause.named, None
        elif judged and named:
            about |= dict.fromkeys(named, judged) if not clause.begins or _goes_on(clause, about) else {}
        else:
            before = judged
    return (*meant, *(Phrase(_found(key) if has_looked else key, user) for user, key in about.items() if key))


def _clauses(text: str, names: Names) -> list[_Clause]:
    plain = re.sub(r"@(?=\D)", "", text.casefold().replace("'", "").replace("’", ""))
    for pattern, meaning in vocabulary.IDIOMS:
        plain = pattern.sub(meaning, plain)
    clauses = []
    for sentence in vocabulary.SENTENCE.findall(plain):
        for place, part in enumerate(vocabulary.CLAUSE.split(sentence)):
            words = calling.words(part)
            if words:
                is_question = "?" in sentence or ("you" in words and not vocabulary.ASKING.isdisjoint(words))
                clauses.append(_Clause(words, calling.named(words, names), is_question, place == 0))
    return clauses


def _unaddressed(clause: _Clause) -> PhraseKey | None:
    """What is said about nobody by name."""
    words, text = clause.words, " ".join(clause.words)
    if clause.is_question:
        return PhraseKey.ASK if words[0] == "why" and not clause.named else None
    if vocabulary.UNREAL.isdisjoint(words):
        for key, pattern in vocabulary.CLAIMS.items():
            if pattern.search(text):
                return key
        if "i have a role" in text:
            return PhraseKey.HINT
        return PhraseKey.SKIP if "skip" in words else None
    return None


def _judged(clause: _Clause) -> PhraseKey | None:
    """What the words make of whom they are about."""
    if clause.is_question:
        return PhraseKey.ASK if clause.named else None
    if _is_idle(clause):
        return None
    is_negated = not vocabulary.NOT.isdisjoint(clause.words)
    for kind, (meant, negated) in vocabulary.JUDGED.items():
        if not kind.isdisjoint(clause.words):
            return negated if is_negated else meant
    return PhraseKey.TRUST if is_negated and clause.named else None


def _is_idle(clause: _Clause) -> bool:
    """Whether the clause judges nobody: it quotes somebody, or tells of a look whose outcome is not in it."""
    said = set(clause.words)
    has_verdict = any(not kind.isdisjoint(said) for kind in vocabulary.JUDGED)
    is_others = bool(clause.named) and said.isdisjoint({"i", "we"}) and clause.words[0] not in vocabulary.LOOKED
    is_quote = is_others and not said.isdisjoint(vocabulary.REPORTS)
    return is_quote or vocabulary.UNKNOWN in said or (not said.isdisjoint(vocabulary.LOOKED) and not has_verdict)


def _is_report(clause: _Clause) -> bool:
    """Whether the speaker has looked into somebody."""
    is_own = "i" in clause.words or clause.words[0] in vocabulary.LOOKED
    return is_own and not vocabulary.LOOKED.isdisjoint(clause.words)


def _goes_on(clause: _Clause, about: dict[UserId, PhraseKey | None]) -> bool:
    """Whether a new sentence is still about who was named before."""
    return len(about) == 1 and clause.words[0] in vocabulary.STILL


def _found(key: PhraseKey) -> PhraseKey:
    return {PhraseKey.ACCUSE: PhraseKey.FOUND_MAFIA, PhraseKey.TRUST: PhraseKey.FOUND_CLEAR}.get(key, key)
