"""Deletes guests who came once and left no trace; whoever any record names stays, and so does whoever may log in."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import CharField, Exists, ForeignObjectRel, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from accounts.models import User

BATCH: Final = 1000
MOST_DAYS: Final = 36_500


class Command(BaseCommand):
    """`manage.py purge_guests`."""

    help = "Delete guests who were not seen for so long and of whom nothing else is recorded."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """For how long they were away, and whether it is meant."""
        parser.add_argument("--days", type=_days, default=90, help="since they were last seen (default: %(default)s)")
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Delete them, or count them, and say how many that was."""
        guests = forgotten(before=timezone.now() - timedelta(days=options["days"]))
        if options["dry_run"]:
            self.stdout.write(f"guests to delete: {guests.count()}")
        else:
            self.stdout.write(f"guests deleted: {sum(_deleted(guests))}")


def forgotten(*, before: datetime) -> QuerySet[User]:
    """The guests last seen before this moment whom no row of any table names, and no moderator has dealt with.

    Django knows all that points at a user, in the apps above, too: a table that is made later keeps its people as well.
    """
    guests = User.objects.filter(
        is_guest=True, is_active=True, is_staff=False, is_superuser=False, login=None, last_seen__lt=before
    )
    for pointer in _pointers():
        rows = pointer.related_model._base_manager.filter(**{pointer.field.name: OuterRef("pk")})  # noqa: SLF001 -- all rows
        guests = guests.exclude(Exists(rows))
    dealt_with = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id=Cast(OuterRef("pk"), CharField())
    )
    return guests.exclude(Exists(dealt_with))


def _pointers() -> Iterator[ForeignObjectRel]:
    """All columns of other tables that name a user, with and without a constraint."""
    for field in User._meta.get_fields(include_hidden=True):  # noqa: SLF001 -- Django's documented way
        if isinstance(field, ForeignObjectRel) and not field.many_to_many:
            yield field


def _deleted(guests: QuerySet[User]) -> Iterator[int]:
    """Delete them some at a time, in the order of ids; yields how many each time.

    Whoever comes back in this moment is locked and passed over. Once they are ours we ask again: a record that was
    written in between keeps them.
    """
    last = UUID(int=0)
    while True:
        with transaction.atomic():
            some = guests.filter(pk__gt=last).order_by("pk").select_for_update(skip_locked=True)
            batch = list(some.values_list("pk", flat=True)[:BATCH])
            _all, deleted = guests.filter(pk__in=batch).delete()
        if not batch:
            return
        yield deleted.get(User._meta.label, 0)  # noqa: SLF001 -- Django's documented way
        last = batch[-1]


def _days(text: str) -> int:
    """Some days, and not none. Who stays connected for longer is written again at the next visit."""
    if not text.isdecimal() or not 0 < int(text) <= MOST_DAYS:
        raise ArgumentTypeError("say how many days, 1 or more")
    return int(text)
