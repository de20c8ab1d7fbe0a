"""Bringing strangers together in a public room."""
