"""Who is banned: a moderator's word in the admin, read beside the sockets and never on their path."""

from typing import Final

from accounts.models import User


class Bans:
    """The banned ids as this process knows them."""

    def __init__(self) -> None:
        """Nobody, until the first look."""
        self.standing: frozenset[str] = frozenset()

    async def look(self) -> None:
        """Read them anew; while the records are away the last ones stand."""
        self.standing = frozenset(
            [str(pk) async for pk in User.objects.filter(is_active=False).values_list("pk", flat=True)]
        )


bans: Final = Bans()
"""The one of this process."""
