"""What a test may wish for a table, typed: the rules, the pace and the cast of a scene."""

from typing import Required, TypedDict, Unpack

from msgspec import convert, structs

from game.engine.settings import SettingsPatch


class Rules(TypedDict, total=False):
    """What a host may set, as the settings name it."""

    preset: str
    night_time: int
    discussion_time: int
    vote_time: int
    reveal_time: int
    runoff: bool
    open_votes: bool
    reveal_roles: str
    absence: str
    mafia: int
    detective: bool
    doctor: bool
    first_night: str


class Pace(TypedDict, total=False):
    """What a scene may set."""

    vote_time: int
    runoff: bool
    open_votes: bool
    reveal_roles: str
    absence: str


class Cast(Pace, total=False):
    """Who is what in a scene; several names are parted by spaces, and the rest are villagers."""

    mafia: Required[str]
    detective: str
    doctor: str
    out: str
    meeting: bool


def patch(**rules: Unpack[Rules]) -> SettingsPatch:
    """A change of the settings, read as the wire is read."""
    fields = structs.fields(SettingsPatch)
    return convert({field.encode_name: rules[field.name] for field in fields if field.name in rules}, SettingsPatch)  # type: ignore[literal-required]
