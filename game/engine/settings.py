"""What a host may set, with defaults, bounds and presets (house rules, "Time"); refuses what is out of bounds."""

from enum import StrEnum
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType, structs


class RevealRoles(StrEnum):
    """What the table learns of someone who is out."""

    ROLE = "role"
    SIDE = "side"
    NONE = "none"


class Absence(StrEnum):
    """What happens to a player who stays away longer than the grace."""

    BY_ROLE = "byRole"
    ELIMINATE = "eliminate"
    IGNORE = "ignore"


class FirstNight(StrEnum):
    """Whether the mafia only meet on night 1, or kill already."""

    MEETING = "meeting"
    KILL = "kill"


class Preset(StrEnum):
    """A named pace for a whole game."""

    RAPID = "rapid"
    NORMAL = "normal"
    RELAXED = "relaxed"


NightTime = Annotated[int, Meta(ge=15, le=120)]
DiscussionTime = Annotated[int, Meta(ge=15, le=300)]
VoteTime = Annotated[int, Meta(ge=10, le=120)]
RevealTime = Annotated[int, Meta(ge=3, le=20)]
MafiaCount = Annotated[int, Meta(ge=1, le=7)]


class Settings(Struct, frozen=True, rename="camel"):
    """The rules one room plays by; times in seconds, None means "as the setup table says"."""

    night_time: NightTime = 30
    discussion_time: DiscussionTime = 90
    vote_time: VoteTime = 30
    reveal_time: RevealTime = 8
    runoff: bool = False
    open_votes: bool = False
    reveal_roles: RevealRoles = RevealRoles.ROLE
    absence: Absence = Absence.BY_ROLE
    mafia: MafiaCount | None = None
    detective: bool | None = None
    doctor: bool | None = None
    first_night: FirstNight | None = None


class SettingsPatch(Struct, frozen=True, rename="camel"):
    """A change to some of the settings; what is unset stays as it was."""

    preset: Preset | UnsetType = UNSET
    night_time: NightTime | UnsetType = UNSET
    discussion_time: DiscussionTime | UnsetType = UNSET
    vote_time: VoteTime | UnsetType = UNSET
    reveal_time: RevealTime | UnsetType = UNSET
    runoff: bool | UnsetType = UNSET
    open_votes: bool | UnsetType = UNSET
    reveal_roles: RevealRoles | UnsetType = UNSET
    absence: Absence | UnsetType = UNSET
    mafia: MafiaCount | UnsetType | None = UNSET
    detective: bool | UnsetType | None = UNSET
    doctor: bool | UnsetType | None = UNSET
    first_night: FirstNight | UnsetType | None = UNSET


PRESETS: dict[Preset, dict[str, int]] = {
    Preset.RAPID: {"night_time": 20, "discussion_time": 45, "vote_time": 20, "reveal_time": 5},
    Preset.NORMAL: {"night_time": 30, "discussion_time": 90, "vote_time": 30, "reveal_time": 8},
    Preset.RELAXED: {"night_time": 60, "discussion_time": 180, "vote_time": 60, "reveal_time": 12},
}


def preset_of(settings: Settings) -> Preset | None:
    """The named pace of these times; None where a host chose their own."""
    fits = (
        preset for preset, times in PRESETS.items() if all(getattr(settings, name) == s for name, s in times.items())
    )
    return next(fits, None)


def patched(settings: Settings, patch: SettingsPatch) -> Settings:
    """The settings after the patch: a preset first, then each field that is set."""
    changes = {name: value for name, value in structs.asdict(patch).items() if value is not UNSET}
    preset = changes.pop("preset", None)
    paced = structs.replace(settings, **PRESETS[preset]) if preset else settings
    return structs.replace(paced, **changes)
