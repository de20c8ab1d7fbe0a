"""What the page of a table is told before its socket speaks: a name, a code, and numbers of the house rules."""

from game.engine.seats import GRACE_MS, NO_SHOW_MS
from game.engine.setup import MIN_SEATS
from game.odds import MAFIA_WINS, MEASURED

_SECOND_MS = 1000


def told(name: str, code: str = "") -> dict[str, object]:
    """For the script of the page; without a code it looks for a table among strangers."""
    return {"code": code, "name": name, "queue": not code, "numbers": _numbers()}


def _numbers() -> dict[str, object]:
    """What sentences on the page name of the rules: players, seconds, and how often the mafia win by which rules."""
    seconds = {"grace": GRACE_MS // _SECOND_MS, "gathering": NO_SHOW_MS // _SECOND_MS}
    return {"fewest": MIN_SEATS, **seconds, "mafiaWins": MAFIA_WINS, "measured": MEASURED}
