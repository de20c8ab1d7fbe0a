"""The Django app `game`; starts nothing."""

from django.apps import AppConfig


class GameConfig(AppConfig):
    """Names the app, nothing more."""

    name = "game"
    default_auto_field = "django.db.models.BigAutoField"
