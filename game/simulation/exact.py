"""The exact odds of the plain game, by the recursion of the literature; the measure for `theory`, which plays it.

Migdal, "A mathematical model of the Mafia game" (2010), section 2; for Braverman, Etesami and Mossel (2008) it is the
game without detectives. It knows nothing of the engine, so that the two can be compared.
"""

from game.engine.state import Phase
from game.simulation.theory import Position


def mafia_odds(start: Position) -> float:
    """How likely the mafia win from here: w(m, n) by day is m/n w(m-1, n-1) + (n-m)/n w(m, n-1), by night w(m, n-1)."""
    players = start.mafia + start.others
    fewer: list[float] = []
    for living in range(players + 1):
        is_day = (start.phase is Phase.DAY) == ((players - living) % 2 == 0)
        odds = [0.0]
        for mafia in range(1, min(start.mafia, living) + 1):
            if mafia * 2 >= living:
                odds.append(1.0)
            else:
                share = mafia / living if is_day else 0
                odds.append(share * fewer[mafia - 1] + (1 - share) * fewer[mafia])
        fewer = odds
    return fewer[start.mafia]
