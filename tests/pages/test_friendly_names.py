"""Names for who has none yet: short enough for a seat, in every language, and hardly ever the same twice."""

from itertools import product

import pytest
from django.conf import settings
from django.utils import translation

from accounts import names
from lobby import animals


def all_of_them() -> list[str]:
    manners, kinds = (str(words).split(",") for words in (animals._MANNERS, animals._ANIMALS))
    pattern = animals._PATTERN
    return [str(pattern).format(manner=manner.strip(), animal=kind.strip()) for manner, kind in product(manners, kinds)]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_ten_strangers_rarely_get_the_same_name(language: str) -> None:
    with translation.override(language):
        fitting = {name for name in all_of_them() if len(name) <= names.LONGEST}
    assert len(fitting) > 900


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_each_is_a_name_that_a_seat_may_bear(language: str) -> None:
    with translation.override(language):
        drawn = animals.some(200)
    assert [name for name in drawn if names.clean(name) != name] == []
