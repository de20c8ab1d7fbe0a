"""Whatever the table looks like, bots do only what the rules allow, and the same again in the same place."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.bots import policy
from game.engine.commands import CastVote, Configure, Done, MafiaKill, RoomCommand, Say
from game.engine.dice import Dice
from game.engine.ids import UserId
from game.engine.phrases import Phrase
from game.engine.state import Phase
from tests.engine.bots.salon import Salon
from tests.engine.moves import rules
from tests.engine.scene import lobby
from tests.engine.table import SEED

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")
PEOPLE = ("ann", "bob", "cat")
TALK = (
    "hello",
    "dan is mafia",
    "I am the detective, eve is innocent",
    "I checked #6: mafia",
    "vote 2",
    "trust me, not gus",
    "I'm the doctor",
)


@st.composite
def salons(draw: st.DrawFn) -> Salon:
    """A game under any rules, with three people among the bots."""
    table = lobby(*SEVEN)
    table.do(Configure(UserId("ann"), draw(rules)))
    for name in SEVEN:
        table.ready(name)
    table.start(seed=draw(st.binary(min_size=32, max_size=32)).hex())
    return Salon(table, people=" ".join(PEOPLE))


def meddle(salon: Salon, draw: st.DataObject) -> None:
    """Let somebody do something, sensible or not."""
    who, whom = (UserId(draw.draw(st.sampled_from(names))) for names in (PEOPLE, SEVEN))
    tries: list[RoomCommand] = [
        Say(who, "id", draw.draw(st.sampled_from(TALK))),
        CastVote(who, draw.draw(st.sampled_from([None, whom]))),
        MafiaKill(who, whom),
        Done(who, whom),
    ]
    salon.table.do(draw.draw(st.sampled_from(tries)))
    if draw.draw(st.integers(0, 60)) == 0:
        salon.table.leave(who)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(salon=salons(), data=st.data())
def test_bots_do_only_what_the_rules_allow(salon: Salon, data: st.DataObject) -> None:
    while salon.state.phase is not Phase.ENDED:
        meddle(salon, data)
        salon.step()
    assert salon.refused == []


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(salon=salons(), data=st.data())
def test_any_dice_lead_to_something_legal(salon: Salon, data: st.DataObject) -> None:
    for _ in range(40):
        meddle(salon, data)
        salon.step()
        if salon.state.phase is Phase.ENDED:
            return
        for bot in SEVEN[3:]:
            intent = policy.decide(salon.table.sees(bot), dice=Dice(SEED, bot, str(salon.table.now)))
            if intent is not None and not isinstance(intent, Phrase):
                assert not salon.refuses(intent)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(salon=salons(), data=st.data())
def test_the_same_sight_and_dice_give_the_same_decision(salon: Salon, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 40))):
        meddle(salon, data)
        salon.step()
    for bot in SEVEN[3:]:
        seen = salon.table.sees(bot)
        assert policy.decide(seen, dice=Dice(SEED, bot)) == policy.decide(seen, dice=Dice(SEED, bot))
