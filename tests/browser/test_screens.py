"""Every screen of the site, seen and heard: put through the gates in English and in Arabic, read out in English."""

import pytest
from playwright.async_api import expect

from tests.browser import gates
from tests.browser.guests import Guests
from tests.browser.heard import HEARD
from tests.browser.journeys import JOURNEYS, Journey


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_every_screen_is_for_everybody(guests: Guests, journey: Journey, language: str) -> None:
    found = {}
    async for name, page in journey(guests, language):
        if language == "en" and (heard := HEARD.get(f"{journey.__name__}: {name}")):
            await expect(page.locator("body")).to_match_aria_snapshot(heard)
        if here := await gates.at_all_sizes(page):
            found[name] = here
    assert found == {}
    guests.complaints.clear()  # Chromium writes of a page's own 404, too
