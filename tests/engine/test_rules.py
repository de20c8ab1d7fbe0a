"""The numbers of a table: the setup by seats, the settings and their presets, the fair deal and its dice."""

from hashlib import sha256

import pytest
from msgspec import ValidationError, convert, structs

from game.engine import deal, dice
from game.engine.ids import UserId
from game.engine.refusals import REASONS, Refusal
from game.engine.settings import PRESETS, FirstNight, Preset, Settings, SettingsPatch, patched, preset_of
from game.engine.setup import MAX_SEATS, MIN_SEATS, Setup, choose
from game.engine.state import Role
from tests.engine.table import SEED
from tests.engine.wishes import patch

EVERY_SIZE = range(MIN_SEATS, MAX_SEATS + 1)


@pytest.mark.parametrize("seats", EVERY_SIZE)
def test_every_size_has_a_setup_with_a_role_for_each_seat(seats: int) -> None:
    setup = choose(seats, Settings())
    assert setup is not None
    assert setup.mafia + setup.detective + setup.doctor + setup.villager == seats
    assert 0 < setup.mafia * 2 < seats


@pytest.mark.parametrize("seats", [0, MIN_SEATS - 1, MAX_SEATS + 1])
def test_no_other_size_has_one(seats: int) -> None:
    assert choose(seats, Settings()) is None


def test_the_host_chooses_the_roles() -> None:
    settings = patched(Settings(), patch(mafia=1, detective=False, doctor=False, first_night="kill"))
    assert choose(7, settings) == Setup(1, 0, 0, 6, FirstNight.KILL)


def test_what_the_host_leaves_open_is_the_table_s() -> None:
    assert choose(7, patched(Settings(), patch(doctor=False))) == Setup(2, 1, 0, 4, FirstNight.MEETING)


@pytest.mark.parametrize(("seats", "mafia"), [(4, 2), (5, 3), (8, 4)])
def test_the_mafia_are_fewer_than_half(seats: int, mafia: int) -> None:
    assert choose(seats, patched(Settings(), patch(mafia=mafia))) is None


def test_there_is_a_seat_for_every_role() -> None:
    assert choose(5, patched(Settings(), patch(mafia=2, detective=True, doctor=True))) == Setup(
        2, 1, 1, 1, FirstNight.MEETING
    )


def test_a_patch_changes_what_it_names_alone() -> None:
    assert patched(Settings(), patch(vote_time=50)) == Settings(vote_time=50)


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_sets_the_pace(preset: Preset) -> None:
    before = Settings(runoff=True)
    assert patched(before, patch(preset=preset)) == structs.replace(before, **PRESETS[preset])


@pytest.mark.parametrize("preset", Preset)
def test_a_pace_is_known_by_its_times(preset: Preset) -> None:
    assert preset_of(patched(Settings(), patch(preset=preset))) is preset


def test_a_pace_of_ones_own_has_no_name() -> None:
    assert preset_of(Settings(vote_time=31)) is None


def test_a_named_time_wins_over_the_preset() -> None:
    assert patched(Settings(), patch(preset=Preset.RAPID, night_time=99)).night_time == 99


def test_the_normal_pace_is_the_default() -> None:
    assert patched(Settings(), patch(preset=Preset.NORMAL)) == Settings()


@pytest.mark.parametrize(
    "bad",
    [
        {"nightTime": 14},
        {"nightTime": 121},
        {"discussionTime": 301},
        {"voteTime": 9},
        {"revealTime": 21},
        {"mafia": 0},
        {"mafia": 8},
        {"runoff": 1},
        {"revealRoles": "all"},
        {"preset": "hurried"},
    ],
)
def test_what_is_out_of_bounds_is_not_read(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        convert(bad, SettingsPatch)


FOUR = tuple(map(UserId, ("ann", "bob", "cat", "dan")))
OF_FOUR = Setup(1, 0, 1, 2, FirstNight.MEETING)


def test_the_commitment_is_what_anyone_can_recompute() -> None:
    lines = f"{SEED}\nann,bob,cat,dan\n1/0/1/2/meeting"
    assert deal.commitment(seed=SEED, order=FOUR, setup=OF_FOUR) == sha256(lines.encode()).hexdigest()


def test_the_commitment_is_the_same_everywhere() -> None:
    promise = "70761ed6f3209909497f2d1adf20fee621f128acdc068aac0e4dc2a97d2ecd38"
    assert deal.commitment(seed=SEED, order=FOUR, setup=OF_FOUR) == promise


def test_the_deal_is_the_same_everywhere() -> None:
    roles = deal.roles(seed=SEED, order=FOUR, setup=OF_FOUR)
    assert [*roles.values()] == ["villager", "mafia", "doctor", "villager"]


def test_the_deal_favours_no_seat() -> None:
    setup = Setup(1, 0, 0, 3, FirstNight.MEETING)
    deals = [deal.roles(seed=f"{number:064x}", order=FOUR, setup=setup) for number in range(2000)]
    for user in FOUR:
        assert 400 < sum(roles[user] is Role.MAFIA for roles in deals) < 600


def test_the_dice_stay_within_bounds() -> None:
    assert {dice.below(6, seed=SEED, label=str(throw)) for throw in range(200)} == set(range(6))


def test_a_shuffle_loses_nobody() -> None:
    assert sorted(dice.shuffled(range(16), seed=SEED, label="any")) == [*range(16)]


def test_every_refusal_has_its_sentence() -> None:
    assert set(REASONS) == set(Refusal)
