"""Rooms: how people find one, sit down in it and get a game going."""
