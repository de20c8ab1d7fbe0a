"""Dice and tempers of bots: the same for one bot all game long, and different from bot to bot."""

from game.engine.bots import temper
from game.engine.dice import Dice
from tests.engine.table import SEED


def drawn(dice: Dice, times: int = 50) -> list[int]:
    return [dice.below(1000) for _ in range(times)]


def test_the_same_dice_fall_the_same_way() -> None:
    assert drawn(Dice(SEED, "ann", "now")) == drawn(Dice(SEED, "ann", "now"))


def test_each_bot_and_each_occasion_has_its_own_dice() -> None:
    supplies = [
        Dice(SEED, "ann", "now"),
        Dice(SEED, "bob", "now"),
        Dice(SEED, "ann", "then"),
        Dice("ab" * 32, "ann", "now"),
    ]
    assert len({tuple(drawn(dice)) for dice in supplies}) == len(supplies)


def test_dice_on_an_occasion_do_not_care_how_much_was_drawn_before() -> None:
    dice = Dice(SEED, "ann", "now")
    before = drawn(dice.on("then"))
    drawn(dice)
    assert drawn(dice.on("then")) == before


def test_shares_lie_on_both_sides_of_nothing() -> None:
    shares = [Dice(SEED, "ann", str(each)).swing() for each in range(100)]
    assert -1 <= min(shares) < -0.5 < 0.5 < max(shares) <= 1


def test_a_bot_keeps_its_temper() -> None:
    assert temper.of(Dice(SEED, "ann", "now")) == temper.of(Dice(SEED, "ann", "then"))


def test_bots_are_of_many_kinds() -> None:
    assert len({temper.of(Dice(SEED, f"bot-{each}")) for each in range(20)}) == 20
