"""Makes all ratings anew from the recorded games, for when the formula or the games have changed; changes no game."""

from typing import Any

from django.core.management.base import BaseCommand

from matchmaking import ledger


class Command(BaseCommand):
    """`manage.py rerate`."""

    help = "Rebuild player_ratings from the games among people, in the order in which they ended."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Rebuild, and say how much that was."""
        tally = ledger.rebuild()
        self.stdout.write(f"games: {tally.games}, players: {tally.players}")
