"""What is said under a link without names: a name becomes a seat in every script, and the seal tells no id."""

import pytest

from game.disguise import Disguise

NAMES = {1: "Ann", 2: "田中", 3: "أحمد", 4: "José", 5: "สมชาย"}


@pytest.fixture
def disguise() -> Disguise:
    return Disguise(NAMES, {}, is_whole=True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        *(("Ann's and @ann", "@1's and @1"), ("Anna can", "Anna can")),
        *(("田中さんは", "@2さんは"), ("أنا وأحمد معا", "أنا و@3 معا"), ("สมชายโกหก", "@5โกหก")),
        *(("Jose\u0301 lies", "@4 lies"), ("JOSÉ", "@4")),
    ],
)
def test_a_name_is_found_as_people_write_it(disguise: Disguise, said: str, told: str) -> None:
    assert disguise.of({"message": said}) == {"message": told}


def test_nobody_can_try_ids_on_the_seal(disguise: Disguise) -> None:
    assert disguise.of({"fairness": {"seed": "ab", "commitment": "cd"}}) == {"fairness": {"seed": "", "commitment": ""}}
