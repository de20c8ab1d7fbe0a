"""What bots are called: first names that are short and known in many places. It draws one that the table lacks."""

import secrets
from collections.abc import Collection
from typing import Final

NAMES: Final = (
    "Ada", "Amir", "Anouk", "Arjun", "Bruno", "Carmen", "Chiara", "Dario", "Elif", "Emil", "Farah", "Felix",
    "Gita", "Hugo", "Ines", "Ivo", "Jana", "Jonas", "Kaya", "Lena", "Luca", "Maya", "Mei", "Milo", "Nadia",
    "Nils", "Noor", "Oskar", "Paula", "Quinn", "Rafa", "Rosa", "Sami", "Selma", "Tariq", "Theo", "Uma",
    "Vera", "Wanda", "Yara", "Zeno", "Zoe",
)  # fmt: skip


def draw(taken: Collection[str] = ()) -> str:
    """A name, by the system's own chance, that nobody here has as long as there is one."""
    free = [name for name in NAMES if name not in taken]
    return secrets.choice(free or NAMES)
