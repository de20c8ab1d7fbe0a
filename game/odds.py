"""How often the mafia win at a table of each size, so that a host knows what the rules do; measured, not thought."""

from typing import Final

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
