"""The addresses of the pages of games that are over."""

from django.urls import path

from game import views

app_name = "game"

urlpatterns = [
    path("games/<uuid:address>", views.game, name="replay"),
    path("games/<uuid:address>.json", views.frames, name="frames"),
    path("games/<uuid:address>/about.json", views.about, name="about"),
    path("g/<uuid:address>", views.short, name="short"),
]
