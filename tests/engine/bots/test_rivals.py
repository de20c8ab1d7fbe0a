"""A claim against a claim: true and false ones answer alike, and often not at all, or a sentence would find them."""

import pytest

from game.engine.bots import claiming
from game.engine.bots.outlook import Outlook
from game.engine.dice import Dice
from game.engine.phrases import Phrase, PhraseKey
from tests.engine.bots.salon import outlook_of, say, with_temper
from tests.engine.scene import day
from tests.engine.table import SEED, Table

SEVEN = ("ann", "bob", "cat", "dan", "eve", "fay", "gus")


def claimed(speaker: str, claim: PhraseKey) -> Table:
    """A day on which somebody claims; Ann is the detective, Bob the doctor, Eve and Fay are the mafia."""
    scene = day(*SEVEN, mafia="eve fay", detective="ann", doctor="bob")
    say(scene, speaker, claim)
    return scene


def answers(scene: Table, who: str) -> set[Phrase | None]:
    """What bluffers and others of different dice on this seat make of it."""
    base = outlook_of(scene, who)
    temper = base.temper._replace(is_bluffer=True)
    others = (Outlook(base.seen, Dice(SEED, f"{who} {each}")) for each in range(40))
    return {claiming.news(with_temper(other, temper)) for other in others}


@pytest.mark.parametrize(("who", "claim"), [("ann", PhraseKey.CLAIM_DETECTIVE), ("bob", PhraseKey.CLAIM_DOCTOR)])
def test_who_it_truly_is_contradicts_or_lies_low(who: str, claim: PhraseKey) -> None:
    assert answers(claimed("eve", claim), who) == {None, Phrase(claim)}


@pytest.mark.parametrize("claim", [PhraseKey.CLAIM_DETECTIVE, PhraseKey.CLAIM_DOCTOR])
def test_a_bluffer_contradicts_or_lies_low(claim: PhraseKey) -> None:
    assert answers(claimed("cat", claim), "eve") == {None, Phrase(claim)}
