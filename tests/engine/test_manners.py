"""Which words are flagged, in which dress, and which are let be."""

import pytest

from game.engine.manners import Flag, flag


@pytest.mark.parametrize(
    "text",
    [
        *("you idiot", "IDIOT!", "id10t", "idiooooot", "i d i o t", "i.d.i.o.t"),
        *("estúpido", "Scheiße", "imbécile", "يا حَمار", "الغبي"),
    ],
)
def test_an_insult_is_hidden_by_the_strict_filter_however_it_is_dressed(text: str) -> None:
    assert flag(text) is Flag.STRICT


@pytest.mark.parametrize("text", ["whore", "du Hurensohn", "hijo de puta", "salope", "viado", "شرموطة"])
def test_a_slur_is_hidden_by_the_mild_one_already(text: str) -> None:
    assert flag(text) is Flag.MILD


def test_the_hardest_word_counts() -> None:
    assert flag("idiot, whore") is Flag.MILD


@pytest.mark.parametrize(
    "text",
    [
        "good morning",
        "Ann is scum and a liar, kill her",
        "Scunthorpe, a classic assassin",
        "I vote for @4",
        "er spielt con el perro",
        "le train a du retard",
        "a b c d",
        "ele pede um café",
        "مرحبا",
        "",
    ],
)
def test_words_of_the_game_and_decent_words_are_let_be(text: str) -> None:
    assert flag(text) is None
