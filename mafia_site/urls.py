"""The addresses of the site; what answers them lives in the apps."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from mafia_site import health, staff_door

handler500 = "mafia_site.trouble.told"

urlpatterns = [
    path("", include("lobby.urls")),
    path("", include("matchmaking.urls")),
    path("", include("game.urls")),
    path("language", set_language, name="language"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/login/", staff_door.login),  # before Django's own, which it asks
    path("admin/", admin.site.urls),
]
