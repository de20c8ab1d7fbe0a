"""Who is meant: how players may be called in a person's words, by name or by seat; it judges nothing."""

import re
from functools import lru_cache
from typing import Final

from game.engine.ids import UserId

Names = tuple[tuple[UserId, str], ...]

_WORD: Final = re.compile(r"[@#]?\w+")
_BEFORE_SEAT: Final = ("seat", "player", "number", "vote", "on", "trust", "suspect", "check", "checked", "for")
_AFTER_SEAT: Final = ("is", "isnt", "looks", "seems", "lies")
_SHORTEST: Final = 3
"""The first word of a longer name is understood as the name from so many letters on."""


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text)


def named(said: list[str], names: Names) -> list[UserId]:
    """Who is named, by name or by seat, in the order in which it is said."""
    calls = _calls(names)
    lengths = {len(call) for call in calls}
    found = [
        calls[call]
        for start in range(len(said))
        for length in lengths
        if (call := tuple(said[start : start + length])) in calls
    ]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=256)
def _calls(names: Names) -> dict[tuple[str, ...], UserId]:
    """What each player may be called: the whole name, its first word where no other has it, and the seat."""
    whole = {tuple(words(name.casefold().replace("'", ""))): user for user, name in names}
    calls: dict[tuple[str, ...], UserId] = {}
    firsts = [call[0] for call in whole if call]
    for call, user in whole.items():
        if call and len(call[0]) >= _SHORTEST and firsts.count(call[0]) == 1:
            calls[call[:1]] = user
    for seat, (user, _name) in enumerate(names, start=1):
        calls |= {(f"{mark}{seat}",): user for mark in "#@"}
        calls |= {(word, str(seat)): user for word in _BEFORE_SEAT}
        calls |= {(str(seat), word): user for word in _AFTER_SEAT}
    return calls | {call: user for call, user in whole.items() if call}
