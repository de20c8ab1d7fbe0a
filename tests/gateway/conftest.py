"""Guests for the tests of this folder, on the common site or on two gateways of production."""

from collections.abc import AsyncIterator, Iterator, Mapping

import pytest

from tests import servers as sites
from tests.gateway import scenes
from tests.gateway.people import People
from tests.servers import Site


@pytest.fixture
async def people(site: Site) -> AsyncIterator[People]:
    """Whoever this test brings to the common site."""
    async with People(site.urls) as brought:
        yield brought


@pytest.fixture(scope="session")
def pair(servers: Mapping[str, str]) -> Iterator[Site]:
    """A site of two gateways, as production serves it."""
    assert servers
    with sites.site(2, "uvicorn") as running:
        yield running


@pytest.fixture
async def crowd(pair: Site) -> AsyncIterator[People]:
    """Whoever this test brings to the site of two gateways, one after the other."""
    async with People(pair.urls) as brought:
        yield brought


@pytest.fixture(scope="module")
def outcomes(request: pytest.FixtureRequest, site: Site) -> scenes.Outcomes:
    """How each of the chosen scenes of this module went."""
    chosen = [getattr(item, "function", None) for item in request.session.items if item.path == request.path]
    return scenes.unfold(chosen, site.urls)


@pytest.fixture
def quiet(site: Site) -> Iterator[None]:
    """The site writes nothing into its log meanwhile."""
    before = len(site.log)
    yield
    assert site.log[before:] == ""
