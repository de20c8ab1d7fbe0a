"""What the first picture of a table says: the scripts' own sentences, in the page's language. It decides nothing."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from game.engine.settings import Preset, Settings, preset_of
from game.engine.setup import MIN_SEATS
from lobby.picture import Picture, Seat

_ICONS: Final = {"reveal": "card", "night": "moon", "day": "sun", "voting": "scales", "ended": "crown"}
_AT_REST: Final = ("lobby", "gathering")


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of actions: where things stand, and the one button that matters; `is_off` for one that waits."""

    status: str | None = None
    press: str = ""
    is_primary: bool = True
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Captions:
    """The words around a picture."""

    icon: str
    title: str
    bar: Bar
    tabs: tuple[tuple[str, str], ...]
    """Each by its icon and its name."""
    seats: tuple[tuple[Seat, str], ...]
    """Each with what is said of it; empty for what goes without saying."""
    pace: str
    open_seats: str
    votes: str


def of(picture: Picture) -> Captions:
    """Word a picture."""
    free = picture.free
    return Captions(
        icon=_ICONS.get(picture.screen, "table"),
        title=_title(picture),
        bar=_bar(picture),
        tabs=_tabs(picture),
        seats=tuple((seat, _fate(picture, seat)) for seat in picture.in_order),
        pace=_pace(picture.settings),
        open_seats=ngettext("{count} open seat", "{count} open seats", free).format(count=free),
        votes=_votes(picture),
    )


def _title(picture: Picture) -> str:
    titles = {
        "lobby": _("Lobby"),
        "gathering": _("Your table"),
        "reveal": _("Your role"),
        "night": _("Night {round}"),
        "day": _("Day {round}"),
        "voting": _("Vote {round}"),
    }
    return titles.get(picture.screen, "").format(round=picture.round)


def _tabs(picture: Picture) -> tuple[tuple[str, str], ...]:
    tabs = (("table", _("Table")), ("chat", _("Chat")), ("card", _("Role")), ("pencil", _("Notes")))
    if picture.screen in _AT_REST:
        return tabs[:2]
    if picture.is_in_play:
        return tabs[:3] if picture.me.is_out else tabs
    return ()


def _bar(picture: Picture) -> Bar:
    if picture.screen == "lobby":
        return _host_bar(picture) if picture.me.is_host else _guest_bar(picture.me)
    if picture.is_in_play and picture.me.is_out:
        return _out_bar(picture)
    bars = {
        "gathering": Bar(""),
        "night": Bar(_("See your role, then tap one player."), _("Lock in"), is_off=True),
        "day": Bar(
            _("Who is Mafia? Talk, then vote.") if picture.round == 1 else None, _("Ready to vote"), is_primary=False
        ),
        "voting": Bar(_("Tap to vote.")),
    }
    return bars.get(picture.screen, Bar())


def _host_bar(picture: Picture) -> Bar:
    missing = _missing(picture)
    return Bar(missing or _("Everybody is ready."), _("Start game"), is_off=missing != "")


def _guest_bar(me: Seat) -> Bar:
    if me.is_ready:
        return Bar(_("Waiting for the host to start."), _("Ready - tap to take back"), is_primary=False)
    return Bar(_("Tell the others when you are ready."), _("I am ready"))


def _out_bar(picture: Picture) -> Bar:
    if picture.is_practice:
        return Bar(_("You are out. The bots play to the end."), _("Start another game"), is_primary=False)
    is_vote = picture.screen == "voting"
    return Bar(
        _("You are out. Watch them decide.") if is_vote else _("You are out. The dead may talk among themselves.")
    )


def _missing(picture: Picture) -> str:
    if (few := MIN_SEATS - len(picture.seats)) > 0:
        told = ngettext("At least {fewest} players. {count} to go.", "At least {fewest} players. {count} to go.", few)
        return told.format(fewest=MIN_SEATS, count=few)
    unready = sum(not (seat.is_host or seat.is_ready) for seat in picture.seats)
    told = ngettext("Waiting for {count} player to be ready.", "Waiting for {count} players to be ready.", unready)
    return told.format(count=unready) if unready else ""


def _fate(picture: Picture, seat: Seat) -> str:
    if picture.screen == "gathering":
        told = [_("You") if seat.is_me else "", _("Here") if seat.is_here else _("On the way")]
    elif picture.screen == "lobby":
        ready = "" if seat.is_host else _("Ready") if seat.is_ready else _("Not ready")
        told = [
            "" if seat.is_here else _("Away"),
            _("You") if seat.is_me else "",
            _("Host") if seat.is_host else "",
            ready,
        ]
    else:
        told = []
    return " · ".join(filter(None, told))


def _votes(picture: Picture) -> str:
    living = sum(not seat.is_out for seat in picture.seats)
    is_last = picture.is_tie or not picture.settings.runoff
    cast = _("{cast} of {living} have voted.").format(cast=picture.cast, living=living)
    most = (
        _("Most votes decide; a tie sends nobody.") if is_last else _("Most votes decide; a tie is voted on once more.")
    )
    is_open = picture.settings.open_votes
    secret = _("Votes are open.") if is_open else _("Who voted for whom stays secret until the end.")
    return f"{cast} {most} {secret}"


def _pace(settings: Settings) -> str:
    names = {Preset.RAPID: _("Rapid"), Preset.NORMAL: _("Normal"), Preset.RELAXED: _("Relaxed"), None: _("Own")}
    return _("{pace} pace: night {night} s, talk {talk} s, vote {vote} s.").format(
        pace=names[preset_of(settings)],
        night=settings.night_time,
        talk=settings.discussion_time,
        vote=settings.vote_time,
    )
