"""The addresses of the site; what answers them lives in the apps."""

from django.contrib import admin
from django.urls import include, path

from mafia_site import health

urlpatterns = [
    path("", include("lobby.urls")),
    path("", include("matchmaking.urls")),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/", admin.site.urls),
]
