"""The settings of commands that only calculate: where the commands and words are, and no server to meet."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "accounts",
    "game",
    "lobby",
    "matchmaking",
]
AUTH_USER_MODEL = "accounts.User"
USE_TZ = True
