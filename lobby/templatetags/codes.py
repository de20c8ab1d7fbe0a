"""How a page spells the code of a room, as its scripts do (static/js/room/streamer.js); it hides none."""

from django import template

from lobby.codes import spelled

register = template.Library()
register.filter(spelled)
