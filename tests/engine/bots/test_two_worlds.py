"""Secrecy, with a bot as the viewer: in two games that differ only in what its seat may not know it does the same."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.bots import pace, policy
from game.engine.commands import Say
from game.engine.dice import Dice
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Phase
from tests.engine.director import Director
from tests.engine.scene import night
from tests.engine.table import SEED, Table
from tests.engine.two_worlds import Parted, Worlds, pairs

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")
OPEN = [key for key in PhraseKey if key not in (PhraseKey.MEET, PhraseKey.PROPOSE, PhraseKey.CONSENT)]
TALK = ("Eve is mafia", "I am the detective", "I checked dan: innocent", "not gus, trust ann", "hello")


class Gossip(Director):
    """Directs two worlds in which people talk about each other, and asks the bot at every turn."""

    def _chatter(self, *, with_absence: bool) -> None:
        speaker, about = (self._pick(list(self._worlds.state.players)) for _ in range(2))
        if self._worlds.state.phase in (Phase.DAY, Phase.VOTING):
            phrase = self._pick([None, *(Phrase(key, about) for key in OPEN)])
            self._alike(Say(speaker, "id", self._pick(TALK), phrase))
        super()._chatter(with_absence=with_absence)

    def _probe(self) -> None:
        super()._probe()
        viewer = self._worlds.viewer
        for occasion in ("one", "another"):
            intents = [
                policy.decide(world.sees(viewer), dice=Dice(SEED, viewer, occasion)) for world in self._worlds.both
            ]
            assert intents[0] == intents[1]
        moments = [[pace.moments(world.state, user) for user in world.state.players] for world in self._worlds.both]
        assert moments[0] == moments[1]


def table(data: st.DataObject) -> Table:
    """Seven players; that some are bots would change no sight, and here nobody takes their turns."""
    return night(
        *SEVEN,
        mafia="ann bob",
        detective="cat",
        doctor="dan",
        meeting=data.draw(st.booleans()),
        runoff=data.draw(st.booleans()),
        open_votes=data.draw(st.booleans()),
        reveal_roles=data.draw(st.sampled_from(["role", "side", "none"])),
        absence=data.draw(st.sampled_from(["eliminate", "ignore"])),
    )


@pytest.mark.parametrize("viewer", ["ann", "cat", "dan", "eve"])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_bot_acts_on_nothing_that_its_seat_cannot_see(viewer: str, data: st.DataObject) -> None:
    scene = table(data)
    pair = data.draw(st.sampled_from(pairs(scene, viewer)))
    with suppress(Parted):
        Gossip(data, Worlds(scene, viewer=UserId(viewer), pair=pair)).play()
