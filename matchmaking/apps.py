"""The Django app `matchmaking`; starts nothing."""

from django.apps import AppConfig


class MatchmakingConfig(AppConfig):
    """Names the app, nothing more."""

    name = "matchmaking"
    default_auto_field = "django.db.models.BigAutoField"
