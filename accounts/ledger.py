"""Writes the `users` table from sightings, in bulk and at most once each; it neither logs anybody in nor bans."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from accounts.models import User


class Sighting(NamedTuple):
    """That somebody was here, and under which name."""

    user_id: UUID
    username: str
    at: datetime


def see(sightings: Iterable[Sighting]) -> None:
    """Keep each user's latest name and time; what is older than the row changes nothing."""
    latest = _latest(sightings)
    introduce(latest.values())
    rows = User.objects.select_for_update().filter(pk__in=latest).order_by("pk")
    stale = [user for user in rows if user.last_seen < latest[user.pk].at]
    for user in stale:
        user.username, user.last_seen = latest[user.pk].username, latest[user.pk].at
    User.objects.bulk_update(stale, ["username", "last_seen"])


def introduce(sightings: Iterable[Sighting]) -> None:
    """Add the users that are not known yet, as guests."""
    strangers = (
        User(id=who.user_id, username=who.username, created_at=who.at, last_seen=who.at)
        for who in _latest(sightings).values()
    )
    User.objects.bulk_create(strangers, ignore_conflicts=True)


def _latest(sightings: Iterable[Sighting]) -> dict[UUID, Sighting]:
    """Return one sighting a user, in the order of ids: two writers lock rows in one order, or they deadlock."""
    latest = {who.user_id: who for who in sorted(sightings, key=lambda who: who.at)}
    return {user_id: latest[user_id] for user_id in sorted(latest)}
