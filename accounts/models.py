"""The `users` table: everybody who ever sat down, guests first. It knows nothing of rooms and games."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower, Upper
from django.utils import timezone

from accounts.names import LONGEST


class UserManager(BaseUserManager["User"]):
    """Finds and makes those who log in; guests are written by the ledger."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return who logs in under this name, in any case."""
        return self.get(login__iexact=username)

    def create_superuser(self, login: str, password: str | None = None, **extra: object) -> "User":
        """Make an admin; this is what `manage.py createsuperuser` calls."""
        fields = {"username": login[:LONGEST], "is_guest": False, "is_staff": True, "is_superuser": True, **extra}
        user = User(login=login, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """An identity. Guests share names freely and have no login; staff log in under a unique one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=LONGEST)
    is_guest = models.BooleanField("guest", default=True, db_default=True)
    created_at = models.DateTimeField("first seen", default=timezone.now)
    last_seen = models.DateTimeField(default=timezone.now)

    login = models.CharField(max_length=150, unique=True, null=True, blank=True)
    password = models.CharField(max_length=128, default=UNUSABLE_PASSWORD_PREFIX)
    is_staff = models.BooleanField("staff", default=False, help_text="May log in here.")
    is_active = models.BooleanField("active", default=True, help_text="Clear to ban.")

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        db_table = "users"
        constraints = (models.UniqueConstraint(Lower("login"), name="users_login_any_case"),)
        indexes = (
            models.Index(Upper("username"), name="users_username"),
            models.Index(models.F("last_seen").desc(), name="users_last_seen"),
            models.Index(fields=["id"], condition=models.Q(is_active=False), name="users_banned"),
        )

    def __str__(self) -> str:
        """Return the name; names are not unique, ids are."""
        return self.username
