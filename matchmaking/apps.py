"""The Django app `matchmaking`; at start-up it brings the apps below its scripts and its records, nothing else."""

from pathlib import Path

from django.apps import AppConfig


class MatchmakingConfig(AppConfig):
    """Names the app."""

    name = "matchmaking"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Give the line to Redis the scripts of the queue, and the ledger a writer that it must not know."""
        # Models cannot be imported before Django is ready.
        from game import ledger, live  # noqa: PLC0415
        from matchmaking.ledger import WRITERS  # noqa: PLC0415

        live.learn(Path(__file__).parent / "lua")
        ledger.WRITERS.extend(WRITERS)
