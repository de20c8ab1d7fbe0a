"""Users: guests who share names, staff who log in, and the banned."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import IntegrityError, connection

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_user_is_a_guest_who_cannot_log_in() -> None:
    ann = User.objects.create(username="Ann")
    assert (ann.is_guest, ann.is_active, ann.is_staff, ann.login) == (True, True, False, None)
    assert not ann.has_usable_password()
    assert not ann.check_password("")


def test_guests_share_names() -> None:
    User.objects.create(username="Ann")
    User.objects.create(username="Ann")
    assert User.objects.filter(username="Ann").count() == 2


def test_logins_are_unique_in_any_case() -> None:
    User.objects.create_superuser("Root")
    with pytest.raises(IntegrityError):
        User.objects.create_superuser("rOOT")


def test_createsuperuser_makes_someone_who_can_log_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse")
    call_command("createsuperuser", "--noinput", "--login", "root", verbosity=0)
    root = authenticate(username="ROOT", password="correct horse")
    assert isinstance(root, User)
    assert (root.username, root.is_guest, root.is_staff, root.is_superuser) == ("root", False, True, True)


def test_who_is_shut_out_cannot_log_in() -> None:
    User.objects.create_superuser("root", "correct horse", is_active=False)
    assert authenticate(username="root", password="correct horse") is None


def test_the_tables_match_the_models() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_banned_are_found_without_reading_everybody() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = User.objects.filter(is_active=False).values_list("pk").explain()
    assert "users_banned" in plan
