"""What the site runs on, read from the environment once; no other module names a database or a Redis."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from redis.backoff import NoBackoff
from redis.retry import Retry

from mafia_site.database_url import database

BASE_DIR = Path(__file__).resolve().parent.parent


def _required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        message = f"{name} is not set. `make run` sets it; docs/settings.md says what a command by itself needs."
        raise ImproperlyConfigured(message)
    return value


def _listed(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


# --- who and where we are ------------------------------------------------------------------------------------------

DEBUG = os.environ.get("DEBUG", "0") == "1"
# A machine of one's own: plain HTTP, cookies without Secure, static files as they lie; but no page of tracebacks.
LOCAL = DEBUG or os.environ.get("LOCAL") == "1"
SECRET_KEY = _required("SECRET_KEY")
PORT = int(os.environ.get("PORT", "8000"))
_OURS = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = _listed("ALLOWED_HOSTS", ",".join(_OURS) if LOCAL else "")
# Full origins, scheme and port included: a check of the host alone lets in every other port of the machine.
ORIGINS = _listed("ORIGINS", ",".join(f"http://{host}:{PORT}" for host in _OURS) if LOCAL else "")
CSRF_TRUSTED_ORIGINS = ORIGINS
# Browsers always send an origin; what sends none is a program of a developer, and no cookie of a visitor rides on it.
ALLOW_MISSING_ORIGIN = LOCAL
# The one header in which the proxy in front names the visitor; empty when there is no proxy.
_TRUST_PROXY = os.environ.get("TRUST_PROXY") == "1"
CLIENT_ADDRESS_HEADER = os.environ.get("CLIENT_ADDRESS_HEADER", "X-Forwarded-For" if _TRUST_PROXY else "")

# Whether bots take the seats that are empty when strangers have waited long enough for a public table.
BOTS_FILL_PUBLIC = os.environ.get("BOTS_FILL_PUBLIC") == "1"

ROOT_URLCONF = "mafia_site.urls"
ASGI_APPLICATION = "mafia_site.asgi.application"

# daphne comes first: its runserver has to win over the one of staticfiles; mafia_site before it, for its own runserver.
INSTALLED_APPS = [
    "mafia_site",
    "daphne",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "servestatic",
    "django.contrib.staticfiles",
    "csp",
    "js_asset",
    "channels",
    "accounts",
    "game",
    "lobby",
    "matchmaking",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    # A page's one secret, the token of its forms, is masked anew each time, so that lengths tell nothing of it.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "accounts.identity.IdentityMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# --- what lasts: PostgreSQL ----------------------------------------------------------------------------------------

DATABASES = {"default": database(_required("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# --- what is live: Redis -------------------------------------------------------------------------------------------

REDIS_URL = _required("REDIS_URL")
# 1 where REDIS_URL is any node of a Redis Cluster.
REDIS_CLUSTER = os.environ.get("REDIS_CLUSTER") == "1"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "live": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {
            "CONNECTION_FACTORY": "game.connection.Cluster" if REDIS_CLUSTER else "game.connection.OwnPool",
            "REDIS_CLIENT_CLASS": "redis.asyncio.Redis",
            "CONNECTION_POOL_CLASS": "redis.asyncio.BlockingConnectionPool",
            "PARSER_CLASS": "redis.asyncio.connection.DefaultParser",
            "CONNECTION_POOL_KWARGS": {
                "protocol": 2,
                # A command that outlives these has failed; a frozen Redis must not freeze a socket.
                "socket_connect_timeout": 1,
                "socket_timeout": 2,
                # Wait for a free connection rather than fail at the hundredth.
                "max_connections": 32,
                "timeout": 2,
                # redis-py would send a lost script again, up to ten times: the commit id decides that, not the client.
                "retry": Retry(NoBackoff(), 0),
            },
        },
    },
}
# The plain layer loses messages at 100 waiting a process; pub/sub does not, and a lost doorbell is only late.
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        # A publish that hangs would hold the layer's lock against every socket that wants in.
        "CONFIG": {"hosts": [{"address": REDIS_URL, "protocol": 2, "socket_connect_timeout": 1, "socket_timeout": 2}]},
    },
}

# --- what a browser is told ----------------------------------------------------------------------------------------

SECURE = not LOCAL
# Nobody but staff logs in.
LOGIN_REDIRECT_URL = "admin:index"
IDENTITY_COOKIE = "__Host-mafia" if SECURE else "mafia"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
# One header of the proxy's own; X-Forwarded-* of a client is never believed unless TRUST_PROXY says one is in front.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TRUST_PROXY else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        # Two makers of trusted values: lit, and for the one address of our service worker static/js/worker.js.
        "trusted-types": ["lit-html", "service-worker"],
    },
}

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
_STATIC = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if LOCAL
    else "servestatic.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC},
}

SERVESTATIC_USE_FINDERS = LOCAL
# Where files change under a server, a browser asks again.
SERVESTATIC_MAX_AGE = 0 if LOCAL else 60
# The files are for our own pages.
SERVESTATIC_ALLOW_ALL_ORIGINS = False

# Larger frames are answered or refused by the gateway (4 KiB); what passes these never reaches it (close 1009).
DAPHNE_WEBSOCKET_MAX_MESSAGE_SIZE = DAPHNE_WEBSOCKET_MAX_FRAME_SIZE = 4 * 1024 * 1024

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
# Each by its own name: whoever looks for a language can read it.
LANGUAGES = [
    ("en", "English"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("pt", "Português"),
    ("ar", "العربية"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_HTTPONLY = True

# One line per trouble, on stderr; who visited what is the proxy's matter.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "logging.Formatter" if DEBUG else "mafia_site.log_lines.OneLine",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "filters": {"once": {"()": "mafia_site.calm.OncePerOutage"}, "numbered": {"()": "mafia_site.trouble.Numbered"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # A 404, a wrong host or a refused origin is the visitor's trouble, not ours.
        "django.request": {"level": "ERROR", "filters": ["numbered"]},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.channels.server": {"level": "ERROR"},
        # The layer's receiver logs a traceback for each second without Redis.
        "channels_redis.pubsub": {"filters": ["once"]},
        # The pool logs each attempt to reconnect; whoever needed the connection says so anyway.
        "psycopg.pool": {"level": "ERROR"},
    },
}
