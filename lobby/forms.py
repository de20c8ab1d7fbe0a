"""What a visitor types on the pages, made clean or refused in one kind sentence; it asks nothing of the game."""

import re

from django import forms
from django.utils.translation import gettext as _

from accounts import names
from game.engine.setup import MAX_SEATS, MIN_SEATS
from lobby import codes

SEATS = range(MIN_SEATS, MAX_SEATS + 1)
USUAL_SEATS = 10

_LINK = re.compile(r"/r/([^/?#\s]+)", re.IGNORECASE)


def read_code(raw: str) -> str:
    """Return the code as it is kept, out of a pasted link too; what can be no code comes back as it was typed."""
    link = _LINK.search(raw)
    typed = (link[1] if link else raw).strip()
    return codes.normal(typed) or typed


class NameForm(forms.Form):
    """The one question that everybody is asked."""

    name = forms.CharField(max_length=200, strip=False, required=False)

    def clean_name(self) -> str:
        """Hold the name to what may stand on a seat."""
        name = names.clean(self.cleaned_data["name"])
        if name is None:
            raise forms.ValidationError(_("Names need 1 to 20 characters that can be seen."))
        return name


class CreateForm(NameForm):
    """A new room: how many seats it has, and whether anybody may come."""

    max_players = forms.TypedChoiceField(coerce=int, choices=[(seats, str(seats)) for seats in SEATS])
    is_public = forms.BooleanField(required=False)


class JoinForm(NameForm):
    """A seat in a room whose code somebody read out."""

    code = forms.CharField(max_length=300, required=False)

    def clean_code(self) -> str:
        """Take the six signs out of whatever was pasted."""
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("Type the code that the host shared."))
        if codes.normal(code) is None:
            raise forms.ValidationError(_("A code has 6 letters and digits. There is no O, I or L, and no 0 or 1."))
        return code
