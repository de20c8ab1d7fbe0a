"""The Django app `lobby`; at start-up it tells the ledger how rooms are written, and does nothing else."""

from django.apps import AppConfig


class LobbyConfig(AppConfig):
    """Names the app."""

    name = "lobby"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Give the ledger below the writers of the tables that it must not know."""
        # Models cannot be imported before Django is ready.
        from game import ledger  # noqa: PLC0415
        from lobby.ledger import WRITERS  # noqa: PLC0415

        ledger.WRITERS.extend(WRITERS)
