"""What the scenarios of this folder share: one time in which all of them unfold."""

from collections.abc import Mapping

import pytest

pytest.register_assert_rewrite("tests.chaos.evening")

from tests.chaos import together  # noqa: E402 - only what is imported after the line above says what was not so
from tests.chaos.together import Outcomes  # noqa: E402


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest, servers: Mapping[str, str]) -> Outcomes:
    """How each of the chosen scenarios went."""
    assert servers
    return together.unfold(together.chosen(getattr(item, "function", None) for item in request.session.items))
