"""The addresses of the pages."""

from django.urls import path

from lobby import offline, qr, screen, sheets, views

app_name = "lobby"

urlpatterns = [
    path("", views.landing, name="landing"),
    path("create", views.create, name="create"),
    path("practice", views.play_alone, name="practice"),
    path("join", views.join, name="join"),
    path("leave", views.leave, name="leave"),
    path("tables", views.open_tables, name="tables"),
    path("tables/list", views.list_of_tables, name="list"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("sw.js", offline.worker, name="worker"),
    path("styles/<str:name>-<str:version>.css", sheets.sheet, name="sheet"),
    path("offline", offline.offline, name="offline"),
    path("r/hidden", views.hidden, name="hidden"),
    path("r/<str:code>", views.room, name="room"),
    path("r/<str:code>/qr.svg", qr.room_code, name="qr"),
    path("r/<str:code>/screen", screen.screen, name="screen"),
    path("r/<str:code>/join", views.sit, name="sit"),
]
