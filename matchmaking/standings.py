"""How people stand while games are counted, one after the other; it holds rows and writes none."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import cast
from uuid import UUID

from game.models import GameRole
from matchmaking import ratings
from matchmaking.models import Rating
from matchmaking.ratings import Skill


def games(roles: Iterable[GameRole]) -> Iterator[list[GameRole]]:
    """Return the roles game by game, of those that come game by game."""
    return (list(table) for _, table in groupby(roles, key=attrgetter("game_id")))


class Standings:
    """The ratings of those who have played, as of the last game counted."""

    def __init__(self, rows: Iterable[Rating] = ()) -> None:
        """Go on from these."""
        self._rows = {row.user_id: row for row in rows}

    @property
    def rows(self) -> list[Rating]:
        """Everybody's rating, in the order of ids."""
        return [self._rows[user] for user in sorted(self._rows)]

    def count(self, table: Sequence[GameRole]) -> None:
        """Count one game, told by the roles of all who played it.

        Who left is rated with their side all the same. A side wins or loses with its leavers, so giving them a loss of
        their own would make the skills of a game no longer add up; and a rating is a guess about playing, to which
        leaving, with a number of its own, is no answer. Nor does it save anybody a loss.
        """
        skills = ratings.after(winners=self._skills(table, won=True), losers=self._skills(table, won=False))
        for role in table:
            row = self._row(role)
            row.mu, row.sigma = skills[row.user_id]
            row.games += 1
            row.wins += role.won
            row.left += role.left
            row.updated_at = max(row.updated_at, role.game.ended_at)

    def _skills(self, table: Sequence[GameRole], *, won: bool) -> dict[UUID, Skill]:
        rows = [self._row(role) for role in table if role.won is won]
        return {row.user_id: Skill(row.mu, row.sigma) for row in rows}

    def _row(self, role: GameRole) -> Rating:
        user = cast("UUID", role.user_id)  # the column allows null only for the sake of a LEFT JOIN
        if user not in self._rows:
            self._rows[user] = Rating(user_id=user, updated_at=role.game.ended_at)
        return self._rows[user]
