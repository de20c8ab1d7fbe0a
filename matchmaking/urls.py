"""The address of the queue."""

from django.urls import path

from matchmaking import views

app_name = "matchmaking"

urlpatterns = [
    path("play", views.play, name="play"),
]
