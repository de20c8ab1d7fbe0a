"""The Django app `accounts`; starts nothing."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Names the app, nothing more."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
