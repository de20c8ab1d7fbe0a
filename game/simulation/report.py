"""How measured games are put into words, tables and JSON; it measures nothing."""

from dataclasses import dataclass

from msgspec import to_builtins

from game.engine.setup import Setup
from game.simulation.batch import Tally
from game.simulation.odds import rate

HEADER = f"{'size':>4}  {'setup':<37}  {'games':>6}  {'mafia win, 95 % interval':<24}  {'rounds':>6}  {'games/s':>7}"

FAIR = (43, 57)
"""Per cent of the games: a table is called balanced when the mafia win within these, so that both sides do."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The games of one size, and how long they took."""

    setup: Setup
    tally: Tally
    seconds: float

    @property
    def seats(self) -> int:
        """How many sat at each table."""
        return self.setup.mafia + self.setup.detective + self.setup.doctor + self.setup.villager

    def line(self) -> str:
        """One line under `HEADER`."""
        games, won, rounds = self.tally
        return (
            f"{self.seats:>4}  {make_up(self.setup):<37}  {games:>6}  {rate(won, games)!s:<24}  "
            f"{rounds / games:>6.1f}  {games / self.seconds:>7.0f}"
        )

    def record(self) -> dict[str, object]:
        """The same for a machine, in the wire's names."""
        games, won, rounds = self.tally
        return {
            "players": self.seats,
            "setup": to_builtins(self.setup),
            "games": games,
            "mafiaWins": won,
            "rounds": rounds,
        }


def make_up(setup: Setup) -> str:
    """Who sits at a table, and what the first night is: "2 mafia, detective, doctor; kill"."""
    specials = [name for name, seats in (("detective", setup.detective), ("doctor", setup.doctor)) if seats]
    return f"{', '.join([f'{setup.mafia} mafia', *specials])}; {setup.first_night}"


def plain(won: int, games: int, exactly: float) -> str:
    """The plain game beside what is known of it."""
    return f"mafia win {rate(won, games)} of {games} games; exactly {exactly:.2%}"
