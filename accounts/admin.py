"""What a moderator sees of people. Records are for reading: here only an account can be shut or given the keys."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts.models import User

TRACES: dict[str, str] = {}
"""Label → name of a change list that `?user=` narrows to one person; the apps above add theirs."""


def link(text: object, view: str, *args: object) -> SafeString:
    """Return a link to a page of the admin."""
    return format_html('<a href="{}">{}</a>', reverse(f"admin:{view}", args=args), text)


def _quoted(term: str) -> str:
    """Return the term as one: Django would look for each word of a name, and names have spaces."""
    escaped = term.strip().replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"' if escaped else ""


class Personal:
    """What all rows about somebody have in common."""

    @admin.display(description="user", ordering="user__username")
    def person(self, row: Any) -> SafeString | str:
        """Return who the row is about, as a link; the bare id when they have no row themselves."""
        return link(row.user, "accounts_user_change", row.user_id) if row.user else str(row.user_id)


class RecordAdmin(Personal, admin.ModelAdmin):  # type: ignore[type-arg] # generic in the stubs alone
    """A table to search and read, never to write; a pasted id is looked up as an id, not as text."""

    id_fields: ClassVar[tuple[str, ...]] = ("id",)
    list_per_page = 50
    show_full_result_count = False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find rows by id where the term is one, else by the words of `search_fields`."""
        try:
            wanted = UUID(search_term.strip())
        except ValueError:
            return super().get_search_results(request, queryset, _quoted(search_term))
        has_it = Q.create([(field, wanted) for field in self.id_fields], connector=Q.OR)
        return queryset.filter(has_it), any("__" in field for field in self.id_fields)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- Django's signature
        """Rows come from the ledger."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- the same
        """History is not rewritten."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- the same
        """Nor is it forgotten by hand."""
        return False


class RecordInline(Personal, admin.TabularInline):  # type: ignore[type-arg] # generic in the stubs alone
    """The rows that belong to a record, for reading as well."""

    extra = 0
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Bring the names along: one query, however many rows."""
        return super().get_queryset(request).select_related("user")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- as above
        """Rows come from the ledger."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002 -- as above
        """History is not rewritten."""
        return False


@admin.register(User)
class UserAdmin(RecordAdmin):
    """Everybody: when they came, where they sat, and whether they may come back."""

    list_display = ("username", "id", "is_guest", "is_active", "is_staff", "created_at", "last_seen")
    list_filter = ("is_active", "is_guest", "is_staff", "last_seen", "created_at")
    search_fields = ("^username", "=login")
    search_help_text = "Start of a name, or an id"
    date_hierarchy = "last_seen"
    ordering = ("-last_seen",)
    fields = ("username", "id", "login", "is_guest", "created_at", "last_seen", "traces", "is_active", "is_staff")
    readonly_fields = fields[:-2]

    def get_readonly_fields(self, request: HttpRequest, _obj: User | None = None) -> tuple[str, ...]:
        """Leave it to superusers to make staff."""
        return self.readonly_fields if request.user.is_superuser else (*self.readonly_fields, "is_staff")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Moderators may shut out guests, not each other."""
        allowed = admin.ModelAdmin.has_change_permission(self, request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_staff)

    @admin.display(description="history")
    def traces(self, user: User) -> SafeString:
        """Link to all that is recorded of this person."""
        lists = ((reverse(f"admin:{view}"), user.pk, label) for label, view in TRACES.items())
        return format_html_join(" · ", '<a href="{}?user={}">{}</a>', lists)
