"""The addresses of the pages."""

from django.urls import path

from lobby import views

app_name = "lobby"

urlpatterns = [
    path("", views.landing, name="landing"),
    path("create", views.create, name="create"),
    path("practice", views.play_alone, name="practice"),
    path("join", views.join, name="join"),
    path("leave", views.leave, name="leave"),
    path("r/<str:code>", views.room, name="room"),
    path("r/<str:code>/join", views.sit, name="sit"),
]
