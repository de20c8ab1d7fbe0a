"""Takes names, and what leads to them, out of a tape's frames: what is left tells a game of seats. It keeps no key."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Raw, json, structs

from game.tape import Moment

_LEADS: Final = frozenset({"roomId", "roomCode", "gameId", "seed", "commitment"})
"""What leads to a game, under the names that frames have for it: with the seed, ids can be tried on the seal."""


class Disguise:
    """Hides these names, by seat; where it is whole, no id of a person or a place is left either."""

    def __init__(self, names: Mapping[int, str], seats: Mapping[str, int], *, is_whole: bool) -> None:
        """Hide `names`, by seat number; `seats` says where each user sat."""
        self._seats = seats
        self._is_whole = is_whole
        # The longest first, as one name may begin with another.
        self._hidden = sorted(names, key=lambda seat: -len(names[seat]))
        self._names = _pattern([names[seat] for seat in self._hidden])

    def over(self, moment: Moment) -> Moment:
        """The same moment in disguise."""
        if not self._hidden:
            return moment
        return structs.replace(moment, frame=Raw(json.encode(self.of(json.decode(moment.frame)))))

    def of(self, value: Any, field: str = "") -> Any:
        """The same value of a frame, found in this field, in disguise."""
        match value:
            case dict():
                hidden = {self._id(name): self.of(each, name) for name, each in value.items()}
                return hidden | {"username": ""} if self._is_of_hidden(value) else hidden
            case list():
                return [self.of(each) for each in value]
            case str() if field == "message":
                return self._names.sub(self._seat, unicodedata.normalize("NFC", value))
            case str() if self._is_whole and field in _LEADS:
                return ""
            case str():
                return self._id(value)
            case _:
                return value

    def _id(self, text: str) -> str:
        return f"seat-{self._seats[text]}" if self._is_whole and text in self._seats else text

    def _is_of_hidden(self, value: Mapping[str, Any]) -> bool:
        return "username" in value and self._seats.get(value.get("userId", "")) in self._hidden

    def _seat(self, found: re.Match[str]) -> str:
        """A name as people write a seat into a message: the page knows what to make of it."""
        return f"@{self._hidden[(found.lastindex or 1) - 1]}"


def _pattern(names: list[str]) -> re.Pattern[str]:
    """Any of these, each a group, as a word of its own or as the one whose something is."""
    each = "|".join(f"({_word(name)})" for name in names) or "(?!)"
    return re.compile(f"@?(?:{each})", re.IGNORECASE)


def _word(name: str) -> str:
    """This name as a word; other words stick to it in scripts without capitals, as in Arabic, Chinese or Thai."""
    begin = r"(?<!\w)" if _stands_alone(name[:1]) else ""
    end = r"(?=(?:['’]?s)?(?!\w))" if _stands_alone(name[-1:]) else ""
    return f"{begin}{re.escape(name)}{end}"


def _stands_alone(char: str) -> bool:
    return char.lower() != char.upper() or not char.isalpha()
