"""Names: what people may be called, and which of them look alike."""

import sys
import unicodedata
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accounts import names

TEXTS = st.text(st.characters(exclude_categories=()), max_size=120)
NAMES = TEXTS.map(names.clean).filter(lambda name: name is not None).map(str)
# Alphabets in which nearly everything looks like something else.
LOOKALIKES = st.text("lI1|iАAaаoO0оrnmMw ", min_size=1, max_size=20).map(names.clean).filter(bool).map(str)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ann", "Ann"),
        ("  Ann\t", "Ann"),
        ("Ann \u3000 Lee", "Ann Lee"),
        ("Ａｎｎ", "Ann"),
        ("Zoe\u0308", "Zoë"),
        ("Nguyễn Thị", "Nguyễn Thị"),
        ("สวัสดี", "สวัสดี"),
        ("דנה", "דנה"),
        ("🐺", "🐺"),
        ("👍🏽", "👍🏽"),
        ("❤\ufe0f", "❤"),
        ("👩\u200d🚀", "👩🚀"),
        ("x" * 20, "x" * 20),
    ],
)
def test_a_name_is_kept_in_its_plainest_form(raw: str, name: str) -> None:
    assert names.clean(raw) == name


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "   ",
        "\u2800",  # a blank picture
        "\u3164",  # a blank letter
        "\u0301",  # an accent on nothing
        "x" * 21,
        "x" * 5000,
        "An\x00n",
        "An\nn",
        "\u202egod",  # writes backwards
        "An\u200bn",  # zero width
        "An\u00adn",
        "\ud800",
        "Z" + "\u0334\u0335\u0336\u0337" * 2,  # zalgo
        "\ufdfa" * 2,  # one letter that becomes eighteen
    ],
)
def test_what_cannot_be_read_is_no_name(raw: str) -> None:
    assert names.clean(raw) is None


@given(TEXTS)
@example("\u1160 \u0345\u03b9")
def test_a_clean_name_obeys_the_rules(raw: str) -> None:
    name = names.clean(raw)
    if name is not None:
        assert 1 <= len(name) <= 20
        assert name == " ".join(name.split(" ")).strip()
        assert unicodedata.is_normalized("NFKC", name)
        assert not {unicodedata.category(char) for char in name} & {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}


@given(TEXTS)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    name = names.clean(raw)
    assert name is None or names.clean(name) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann", "ann"),
        ("Ann", "\u0410nn"),  # Cyrillic A
        ("lan", "Ian"),
        ("Bob", "B0b"),
        ("mom", "rnom"),
        ("Straße", "STRASSE"),
    ],
)
def test_names_that_look_the_same_are_alike(one: str, other: str) -> None:
    assert names.are_alike(one, other)
    assert names.are_alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("Ann", "Anna"), ("Ann", "Ann 2"), ("Zoe", "Zoë"), ("🐺", "🐑")])
def test_names_that_look_different_are_not_alike(one: str, other: str) -> None:
    assert not names.are_alike(one, other)


def test_a_free_name_is_left_alone() -> None:
    assert names.distinct("Ann", ["Bob", "Cat"]) == "Ann"


def test_a_taken_name_gets_the_next_free_number() -> None:
    assert names.distinct("ann", ["Ann"]) == "ann 2"
    assert names.distinct("Ann", ["Ann", "ANN 2"]) == "Ann 3"


def test_a_long_name_makes_room_for_its_number() -> None:
    assert names.distinct("x" * 20, ["x" * 20]) == "x" * 18 + " 2"


@given(NAMES | LOOKALIKES, st.lists(NAMES | LOOKALIKES, max_size=15))
def test_a_distinct_name_is_never_taken_for_another(name: str, taken: list[str]) -> None:
    given_name = names.distinct(name, taken)
    assert 1 <= len(given_name) <= 20
    assert not any(names.are_alike(given_name, other) for other in taken)


@given(LOOKALIKES, st.integers(1, 15))
def test_a_whole_table_of_one_name_is_told_apart(name: str, seats: int) -> None:
    table: list[str] = []
    for _ in range(seats):
        table.append(names.distinct(name, table))
    assert len({other.casefold() for other in table}) == seats


def test_comparing_names_takes_far_less_than_a_millisecond() -> None:
    names.are_alike("warm", "up")
    begun = perf_counter()
    for _ in range(100):
        names.are_alike("\u0410" * 20, "\ufdfa" * 20)
    assert (perf_counter() - begun) / 100 < 0.001


def test_the_table_of_look_alikes_has_no_chains() -> None:
    prototypes = names._prototypes()
    assert len(prototypes) > 6000
    assert not [char for char, prototype in prototypes.items() if prototype.translate(prototypes) != prototype]
    assert max(prototypes) <= sys.maxunicode
