"""What a message means to a bot: a phrase as it is, and a person's own words as far as they name somebody or claim.

It understands no language but a few words; a name works in any.
"""

import re
from functools import lru_cache
from typing import Final

from msgspec import UNSET

from game.engine.frames import KnownPlayer, Message
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey

Names = tuple[tuple[UserId, str], ...]

_CLAUSE: Final = re.compile(r"[.,;:!?\n]+|\b(?:but|and)\b")
_WORD: Final = re.compile(r"#?\w+")

_SELF = frozenset({"i", "im", "me", "my"})
_NOT = frozenset({"not", "isnt", "dont", "never", "no", "cant", "wont"})
_SOFT = frozenset({"trust", "innocent", "clear", "cleared", "clean", "town", "good", "safe", "believe", "villager"})
_HARD = frozenset({"mafia", "mafioso", "guilty", "liar", "lies", "lying", "lied", "vote", "kill", "evil", "out", "bad"})
_LOOKED = frozenset({"checked", "check", "inspected", "investigated", "found"})
_DETECTIVE = frozenset({"detective", "cop", "sheriff", "investigator"})
_DOCTOR = frozenset({"doctor", "doc", "medic"})
_SEAT = frozenset({"seat", "player", "number", "vote"})
_SHORTEST = 3
"""The first word of a longer name is understood as the name from so many letters on."""


def phrases(message: Message, names: Names) -> tuple[Phrase, ...]:
    """What the speaker means, in the words of the table of phrases."""
    if message.phrase is not UNSET:
        return (message.phrase,)
    return _understood(message.message, names)


def names_of(players: tuple[KnownPlayer, ...]) -> Names:
    """How the players are called, in the order of their seats."""
    return tuple((player.user_id, player.username) for player in players)


@lru_cache(maxsize=2048)
def _understood(text: str, names: Names) -> tuple[Phrase, ...]:
    """All that is meant, each clause by itself; a report about one player is one clause."""
    clauses = [_WORD.findall(clause) for clause in _CLAUSE.split(text.casefold().replace("'", "").replace("’", ""))]
    whole = [word for words in clauses for word in words]
    is_report = not _LOOKED.isdisjoint(whole)
    if is_report and len(_named(whole, names)) == 1:
        clauses = [whole]
    has_looked = is_report or any(map(_claim, clauses))
    meant: list[Phrase] = []
    for words in clauses:
        if claim := _claim(words):
            meant.append(Phrase(claim))
        meant += [Phrase(_stance(words, has_looked=has_looked), user) for user in _named(words, names)]
    return tuple(meant)


def _claim(words: list[str]) -> PhraseKey | None:
    """Whether somebody says to be something."""
    said = set(words)
    if said.isdisjoint(_SELF) or not said.isdisjoint(_NOT):
        return None
    if said & _DETECTIVE:
        return PhraseKey.CLAIM_DETECTIVE
    return PhraseKey.CLAIM_DOCTOR if said & _DOCTOR else None


def _stance(words: list[str], *, has_looked: bool) -> PhraseKey:
    """What it means for those who are named; to be named at all is pressure."""
    said = set(words)
    is_soft = said.isdisjoint(_SOFT) != said.isdisjoint(_NOT)
    if is_soft:
        return PhraseKey.FOUND_CLEAR if has_looked and said & (_SOFT | _HARD) else PhraseKey.TRUST
    if said & _HARD:
        return PhraseKey.FOUND_MAFIA if has_looked else PhraseKey.ACCUSE
    return PhraseKey.SUSPECT


def _named(words: list[str], names: Names) -> list[UserId]:
    """Who is named, by name or by seat."""
    calls = _calls(names)
    named = [
        calls[call]
        for length in {len(call) for call in calls}
        for start in range(len(words) - length + 1)
        if (call := tuple(words[start : start + length])) in calls
    ]
    return list(dict.fromkeys(named))


@lru_cache(maxsize=256)
def _calls(names: Names) -> dict[tuple[str, ...], UserId]:
    """What each player may be called: the whole name, its first word where no other has it, and the seat."""
    whole = {tuple(_WORD.findall(name.casefold().replace("'", ""))): user for user, name in names}
    calls: dict[tuple[str, ...], UserId] = {}
    firsts = [words[0] for words in whole if words]
    for words, user in whole.items():
        if words and len(words[0]) >= _SHORTEST and firsts.count(words[0]) == 1:
            calls[words[:1]] = user
    for seat, (user, _name) in enumerate(names, start=1):
        calls[(f"#{seat}",)] = user
        calls |= {(word, str(seat)): user for word in _SEAT}
    return calls | {words: user for words, user in whole.items() if words}
