"""How often the mafia win at a table of each size, so that a host knows what the rules do; measured, not thought."""

from typing import Final

from msgspec import to_builtins

from game.engine.settings import Settings

MAFIA_WINS: Final = {
    4: 39,
    5: 52,
    6: 52,
    7: 52,
    8: 49,
    9: 52,
    10: 48,
    11: 46,
    12: 45,
    13: 44,
    14: 44,
    15: 52,
    16: 41,
}
"""Seats to per cent of the games that bots play by the setup table and the default rules (docs/balance.md)."""

_NO_MATTER: Final = {"nightTime", "discussionTime", "voteTime", "revealTime", "absence"}
MEASURED: Final = {name: value for name, value in to_builtins(Settings()).items() if name not in _NO_MATTER}
"""The rules by which that was, as they are on the wire; bots mind no clock, and stay."""
