"""The end of a game in sentences, for a page without scripts; the words are those of the end screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from game.engine.frames import GameEnd, Stats
from game.engine.ids import UserId
from game.engine.settings import FirstNight
from game.engine.state import NightRecord, Role, Side, VoteRecord

ROLES = {
    Role.MAFIA: gettext_lazy("Mafia"),
    Role.DETECTIVE: gettext_lazy("Detective"),
    Role.DOCTOR: gettext_lazy("Doctor"),
    Role.VILLAGER: gettext_lazy("Villager"),
}
WINNERS = {Side.MAFIA: gettext_lazy("Mafia wins"), Side.VILLAGERS: gettext_lazy("Town wins")}

Player = Mapping[str, Any]
"""Somebody in `room:update`, as the script of the page is given them, too."""


@dataclass(frozen=True, slots=True)
class Part:
    """One player: where, who, what, and what became of them."""

    number: int
    name: str
    role: str
    fate: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A night or a day, and what truly happened in it."""

    title: str
    text: str


def parts(players: Sequence[Player], end: GameEnd) -> list[Part]:
    """Who was who, in the order of the table."""
    names = called(players)
    return [
        Part(number, names[each["userId"]], str(ROLES[end.roles[each["userId"]]]), _fate(each, end.stats))
        for number, each in enumerate(players, start=1)
    ]


def chapters(players: Sequence[Player], end: GameEnd) -> Iterator[Chapter]:
    """What happened, night by night and day by day."""
    names, stats = called(players), end.stats
    has_met = end.fairness.setup.first_night is FirstNight.MEETING
    for number in range(1, stats.rounds + 1):
        for night in (each for each in stats.nights if each.round == number):
            yield Chapter(
                _("Night {round}").format(round=number),
                " ".join(_night(night, names, is_meeting=has_met and number == 1)),
            )
        for vote in (each for each in stats.votes if each.round == number):
            yield Chapter(_("Day {round}").format(round=number), _vote(vote, names))


def called(players: Sequence[Player]) -> dict[UserId, str]:
    """How each is called, by id; who has no name is called by the seat."""
    unnamed = _("Player {number}")
    return {
        each["userId"]: each["username"] or unnamed.format(number=number)
        for number, each in enumerate(players, start=1)
    }


def _fate(player: Player, stats: Stats) -> str:
    user = player["userId"]
    for night in stats.nights:
        if user in night.deaths:
            return _("killed, night {round}").format(round=night.round)
    for vote in stats.votes:
        if user == vote.eliminated_user_id:
            return _("voted out, day {round}").format(round=vote.round)
    return _("lived") if player["alive"] else _("stayed away")


def _night(night: NightRecord, names: Mapping[UserId, str], *, is_meeting: bool) -> Iterator[str]:
    nobody = _("Mafia only met.") if is_meeting else _("Mafia chose nobody.")
    yield _("Mafia chose {name}.").format(name=names[night.kill]) if night.kill else nobody
    if night.save:
        yield _("Doctor guarded {name}.").format(name=names[night.save])
    if night.inspect:
        yield _("Detective checked {name}.").format(name=names[night.inspect])
    dead = ", ".join(names[user] for user in night.deaths)
    yield _("{names} died.").format(names=dead) if dead else _("Nobody died.")


def _vote(vote: VoteRecord, names: Mapping[UserId, str]) -> str:
    out = vote.eliminated_user_id
    if out is None:
        return _("A tie. Nobody left.") if vote.tie else _("Nobody left.")
    count = list(vote.ballots.values()).count(out)
    sentence = ngettext("{name} left with {count} vote.", "{name} left with {count} votes.", count)
    return sentence.format(name=names[out], count=count)
