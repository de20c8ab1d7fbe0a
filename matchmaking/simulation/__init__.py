"""Strangers who come by chance, grouped by the real function to measure it; meets no Django, Redis or clock."""
